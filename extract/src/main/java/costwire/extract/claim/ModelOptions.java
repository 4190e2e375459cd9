package costwire.extract.claim;

import costwire.extract.Scope;
import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays out what may have been trained or served, and what speaks for each. */
final class ModelOptions {
  private static final int MOST = 14;
  private static final int SENTENCES_BACK = 8;

  private final Story story;

  ModelOptions(Story story) {
    this.story = story;
  }

  /** What was trained or served. */
  List<Judge.Option> of(int index, Amount amount, @Nullable String company, Scope scope) {
    Passage passage = story.passage(index);
    List<Party> here = models(index);
    Draft last = story.last();
    Names names = new Names().addAll(Appearance.nearestFirst(passage, amount, here));
    names.add(last == null ? null : last.model());
    for (int back = 1; back <= SENTENCES_BACK && index - back >= 0; back++) {
      names.addAll(models(index - back));
    }
    List<Judge.Option> options = new ArrayList<>();
    Features none = new Features().add("none").add("none" + scope);
    none.add("none" + scope + Math.min(3, here.size())).add("none" + amount.measure() + scope);
    none.add("noneDevelopment", passage.has(Cue.DEVELOPMENT));
    none.add("noneBefore" + (last == null ? "?" : last.model() == null) + scope);
    options.add(new Judge.Option(null, none));
    for (String name : names) {
      if (options.size() < MOST) {
        options.add(new Judge.Option(name, model(index, amount, here, name, company, scope)));
      }
    }
    return options;
  }

  private List<Party> models(int index) {
    return story.parties(index).stream().filter(p -> p.role() == Party.Role.MODEL).toList();
  }

  private Features model(
      int index,
      Amount amount,
      List<Party> here,
      String name,
      @Nullable String company,
      Scope scope) {
    Passage passage = story.passage(index);
    Features features = new Features().add("some").add("some" + scope);
    boolean named = false;
    String maker = null;
    String kind = "?";
    for (Party party : Appearance.nearestFirst(passage, amount, here)) {
      if (party.name().equals(name) && !named) {
        named = true;
        maker = party.company();
        kind = party.kind();
        Appearance.describe(passage, amount, party, here, "M", features);
      }
    }
    for (int back = 1; back <= SENTENCES_BACK && index - back >= 0 && !named; back++) {
      for (Party party : models(index - back)) {
        if (party.name().equals(name) && kind.equals("?")) {
          maker = party.company();
          kind = party.kind();
          features.add("back" + Math.min(4, back)).add("back" + Math.min(4, back) + scope);
        }
      }
    }
    String whose = maker == null ? "?" : String.valueOf(maker.equals(company));
    features.add("kind" + kind + scope).add("whose" + whose + named);
    features.add("whose" + whose + named + here.size(), here.size() < 3);
    features.add("named" + named + scope).add("title" + named, story.isInTitle(name));
    Draft last = story.last();
    boolean before = last != null && name.equals(last.model());
    boolean same = last != null && Objects.equals(last.company(), company);
    features.add("before" + named + same + scope, before);
    return features;
  }
}
