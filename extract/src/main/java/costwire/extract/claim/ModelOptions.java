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

  /** Sentences since a name was last read that are as good as never. */
  private static final int FAR = 9;

  private static final List<Cue> CUES =
      List.of(
          Cue.TRAINING,
          Cue.DEVELOPMENT,
          Cue.OPERATION,
          Cue.PURCHASE,
          Cue.HOLDING,
          Cue.RENT,
          Cue.BUILDING,
          Cue.PLAN,
          Cue.FORECAST,
          Cue.OTHERS,
          Cue.PRONOUN);

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
    for (int back = 1; back <= SENTENCES_BACK && back <= index; back++) {
      names.addAll(models(index - back));
    }
    int latest = FAR;
    for (String name : names) {
      latest = Math.min(latest, since(name, index, here));
    }
    Reports.Match match = story.reported(amount);
    List<Judge.Option> options = new ArrayList<>();
    options.add(
        new Judge.Option(null, setting(index, amount, scope, none(index, here, names.size()))));
    for (String name : names) {
      if (options.size() < MOST) {
        Features features = model(index, amount, here, name, company, scope);
        int since = since(name, index, here);
        features.key("latest" + since, since == latest).key("only", names.size() == 1);
        Reports.Fit fit = match.models().get(name);
        if (fit != null) {
          int rivals = Math.min(3, match.models().size());
          features.key("reported" + fit).key("reported" + fit + Reports.digits(amount) + rivals);
        }
        options.add(new Judge.Option(name, setting(index, amount, scope, features)));
      }
    }
    return options;
  }

  /** Sentences since something was named, up to {@link #FAR}; 0: here. */
  private int since(String name, int index, List<Party> here) {
    if (here.stream().anyMatch(party -> party.name().equals(name))) {
      return 0;
    }
    int since = story.since(name, index);
    return since < 0 ? FAR : Math.min(FAR, since);
  }

  private List<Party> models(int index) {
    return story.parties(index).stream().filter(p -> p.role() == Party.Role.MODEL).toList();
  }

  private static @Nullable Party named(String name, List<Party> models) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst().orElse(null);
  }

  private Features none(int index, List<Party> here, int count) {
    Features features = new Features().key("none").key("none" + Math.min(3, here.size()));
    features.key("noneOf" + Math.min(3, count));
    Draft last = story.last();
    String before = last == null ? "?" : last.model() == null ? "none" : "some";
    features.key("noneAfter" + before + (last == null ? "" : story.since(last, index)));
    return features;
  }

  /** What is the same for all, and lets one thing or another count. */
  private Features setting(int index, Amount amount, Scope scope, Features features) {
    Passage passage = story.passage(index);
    features.key("for" + scope).key("of" + amount.measure());
    for (Cue cue : CUES) {
      features.key("has" + cue, passage.has(cue));
    }
    Draft last = story.last();
    features.key("scopeBefore" + (last == null ? "?" : last.scope()));
    return features.key("inTitle", passage.inTitle());
  }

  private Features model(
      int index,
      Amount amount,
      List<Party> here,
      String name,
      @Nullable String company,
      Scope scope) {
    Passage passage = story.passage(index);
    Features features = new Features().key("some").add("some" + scope);
    Party nearest = named(name, Appearance.nearestFirst(passage, amount, here));
    boolean named = nearest != null;
    if (nearest != null) {
      Appearance.describe(passage, amount, nearest, here, "M", features);
    }
    for (int back = 1; nearest == null && back <= SENTENCES_BACK && back <= index; back++) {
      nearest = named(name, models(index - back));
    }
    String maker = nearest == null ? null : nearest.company();
    String kind = nearest == null ? "?" : nearest.kind();
    String whose = maker == null ? "?" : String.valueOf(maker.equals(company));
    features.add("kind" + kind + scope).key("whose" + whose).add("whose" + whose + named);
    features.add("whose" + whose + named + here.size(), here.size() < 3);
    features.key("named" + named + Math.min(2, here.size())).add("named" + named + scope);
    features.key("title" + named, story.isInTitle(name));
    int since = since(name, index, here);
    features.key("since" + Math.min(4, since)).add("since" + Math.min(4, since) + scope);
    features.key("paragraph", !named && since <= story.inParagraph(index));
    Draft last = story.last();
    if (last != null) {
      boolean before = name.equals(last.model());
      boolean same = Objects.equals(last.company(), company);
      String when = story.since(last, index);
      features.add("before" + named + same + scope, before);
      features.key("before" + when + same, before).key("beforeOther" + when, !before);
    }
    return features;
  }
}
