package costwire.extract.claim;

import costwire.extract.Scope;
import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays out who and what may be meant by an amount, and what speaks for each. */
final class Options {
  private static final int SENTENCES_BACK = 4;
  private static final int MOST = 14;
  private static final int FARTHEST_WORD = 8;
  private static final List<Cue> SPEECH = List.of(Cue.SAY, Cue.ACCORDING, Cue.ESTIMATE);

  private final Story story;

  Options(Story story) {
    this.story = story;
  }

  /** Whose word it may be. */
  List<Judge.Option> speakers(int index, Amount amount) {
    Passage passage = story.passage(index);
    Set<String> names = new LinkedHashSet<>();
    List<Party> here = story.parties(index).stream().filter(Party::canSpeak).toList();
    nearestFirst(passage, amount, here).forEach(party -> names.add(party.name()));
    Draft last = story.last();
    String before = last == null ? null : last.claimant();
    add(names, before);
    if (index > 0 && !passage.inTitle() && !story.passage(index - 1).inTitle()) {
      story.parties(index - 1).stream()
          .filter(Party::canSpeak)
          .forEach(party -> names.add(party.name()));
    }
    add(names, last == null ? null : last.company());
    add(names, story.protagonist());
    String hunch = Hunch.speaker(passage, amount, here);
    List<Judge.Option> options = new ArrayList<>();
    options.add(
        new Judge.Option(null, noSpeaker(index, amount, here).add("nobodyHunch", hunch == null)));
    for (String name : names) {
      if (options.size() < MOST) {
        Features features = speaker(index, amount, here, name);
        options.add(new Judge.Option(name, features.add("hunch", name.equals(hunch))));
      }
    }
    return options;
  }

  private Features noSpeaker(int index, Amount amount, List<Party> here) {
    Features features = new Features().add("nobody").add("nobody" + Math.min(3, here.size()));
    speech(story.passage(index), amount, "nobody", features);
    boolean person = here.stream().anyMatch(party -> party.role() == Party.Role.PERSON);
    features.add("nobodyPerson", person);
    Draft last = story.last();
    features.add("nobodyBefore" + (last != null && last.claimant() != null));
    features.add("nobodyTitle", story.passage(index).inTitle());
    continued(index, last, "nobody", features);
    return features;
  }

  private Features speaker(int index, Amount amount, List<Party> here, String name) {
    Passage passage = story.passage(index);
    Features features = new Features().add("some");
    boolean named = false;
    for (Party party : nearestFirst(passage, amount, here)) {
      if (party.name().equals(name) && !named) {
        named = true;
        String role = party.role() == Party.Role.PERSON ? "P" : "O";
        Appearance.describe(passage, amount, party, here, role, features);
        boolean ofNamed =
            here.stream().anyMatch(o -> !o.equals(party) && o.name().equals(party.company()));
        features.add(role + "beside", ofNamed);
        boolean hasSpeaker =
            party.role() == Party.Role.ORGANISATION
                && here.stream()
                    .anyMatch(o -> o.role() == Party.Role.PERSON && name.equals(o.company()));
        features.add(role + "hasSpeaker", hasSpeaker);
        features.add(role + "of" + Math.min(3, here.size()));
      }
    }
    Draft last = story.last();
    boolean before = last != null && name.equals(last.claimant());
    if (before) {
      String when = here.isEmpty() ? "alone" : "with" + Math.min(2, here.size());
      features.add("spoke").add("spoke" + when + named);
      continued(index, last, "spoke" + named, features);
    }
    story.profiles().describe(name, named ? "here" : "there", features);
    if (!named) {
      String where = before ? "absentSpoke" : "absent";
      features.add(where).add(where + here.isEmpty());
      speech(passage, amount, where, features);
      String described = described(passage, amount);
      boolean company = last != null && name.equals(last.company());
      features.add(where + described + company + here.isEmpty());
      features.add(where + "protagonist", name.equals(story.protagonist()));
      if (index > 0 && !passage.inTitle()) {
        previous(index - 1, name, where, features);
      }
    }
    return features;
  }

  /** How the name stands in the sentence before: it may go on speaking here. */
  private void previous(int index, String name, String where, Features features) {
    Passage passage = story.passage(index);
    for (Party party : story.parties(index)) {
      if (party.name().equals(name)) {
        String role = party.role() == Party.Role.PERSON ? "P" : "O";
        features.add(where + "prev" + role);
        for (Cue cue : SPEECH) {
          for (Mark mark : passage.cues(cue)) {
            int gap =
                passage.gap(party.span().getStart(), party.span().getEnd(), mark.from(), mark.to());
            features.add(where + "prev" + role + cue, gap <= FARTHEST_WORD);
          }
        }
        return;
      }
    }
  }

  private void continued(int index, @Nullable Draft last, String prefix, Features features) {
    if (last != null) {
      Passage passage = story.passage(index);
      boolean same = last.passage().equals(passage);
      boolean next = index > 0 && last.passage().equals(story.passage(index - 1));
      String when = same ? "same" : next ? "next" : "later";
      features.add(prefix + when);
      boolean speech = SPEECH.stream().anyMatch(passage::has);
      boolean quoted = passage.reading().norm(0).equals("\"");
      features.add(prefix + when + speech + quoted);
    }
  }

  private static void speech(Passage passage, Amount amount, String prefix, Features features) {
    boolean any = false;
    for (Cue cue : SPEECH) {
      for (Mark mark : passage.cues(cue)) {
        any = true;
        int clauses = Distance.clauses(passage, amount, mark.from());
        features.add(prefix + cue + clauses);
        features.add(
            prefix + cue + "by", Distance.step(passage, amount, mark.from(), mark.to()) <= 6);
      }
    }
    features.add(prefix + "speechless", !any);
    features.add(prefix + "quote", passage.reading().norm(0).equals("\""));
  }

  /** Whose compute it may be. */
  List<Judge.Option> owners(int index, Amount amount, @Nullable String claimant) {
    Passage passage = story.passage(index);
    List<Party> here = story.parties(index);
    Set<String> names = new LinkedHashSet<>();
    nearestFirst(passage, amount, here).forEach(party -> add(names, party.company()));
    Draft last = story.last();
    add(names, last == null ? null : last.company());
    add(names, story.protagonist());
    for (int back = 1; names.size() < MOST && index - back >= 0; back++) {
      if (!story.passage(index - back).inTitle()) {
        story.parties(index - back).forEach(party -> add(names, party.company()));
      }
    }
    for (int i = 0; i < story.size() && story.passage(i).inTitle(); i++) {
      story.parties(i).forEach(party -> add(names, party.company()));
    }
    String before = last == null ? story.protagonist() : last.company();
    String hunch = Hunch.owner(passage, amount, here, claimant, before);
    List<Judge.Option> options = new ArrayList<>();
    options.add(
        new Judge.Option(null, noOwner(index, amount, here).add("nobodyHunch", hunch == null)));
    for (String name : names) {
      if (options.size() < MOST) {
        Features features = owner(index, amount, here, name, claimant);
        boolean named = here.stream().anyMatch(party -> name.equals(party.company()));
        features.add("hunch", name.equals(hunch)).add("hunch" + named, name.equals(hunch));
        options.add(new Judge.Option(name, features));
      }
    }
    return options;
  }

  private Features noOwner(int index, Amount amount, List<Party> here) {
    Passage passage = story.passage(index);
    long owners = here.stream().map(Party::company).filter(Objects::nonNull).distinct().count();
    String measure = amount.measure().name();
    Features features = new Features().add("nobody").add("nobody" + Math.min(3, owners));
    features.add("nobody" + measure).add("nobodyper" + amount.per());
    for (Cue cue :
        List.of(Cue.OTHERS, Cue.FORECAST, Cue.PRONOUN, Cue.COMPANY, Cue.RENT, Cue.PLAN, Cue.AI)) {
      for (Mark mark : passage.cues(cue)) {
        int clauses = Distance.clauses(passage, amount, mark.from());
        features.add("nobody" + cue + clauses).add("nobody" + cue + Math.min(1, owners));
      }
    }
    Draft last = story.last();
    features.add("nobodyBefore" + (last == null ? "?" : last.company() == null));
    features.add("nobodyStory" + Math.min(3, story.companies()));
    features.add("nobodyTitle", passage.inTitle());
    return features;
  }

  private Features owner(
      int index, Amount amount, List<Party> here, String name, @Nullable String claimant) {
    Passage passage = story.passage(index);
    Features features = new Features().add("some");
    Set<Party.Role> described = new LinkedHashSet<>();
    for (Party party : nearestFirst(passage, amount, here)) {
      if (name.equals(party.company()) && described.add(party.role())) {
        String role = party.role().name().substring(0, 2);
        Appearance.describe(passage, amount, party, here, role, features);
        features.add(role + "speaks", party.name().equals(claimant));
        features.add(role + amount.measure());
      }
    }
    boolean named = !described.isEmpty();
    long owners = here.stream().map(Party::company).filter(Objects::nonNull).distinct().count();
    features.add("named" + named + Math.min(3, owners));
    boolean speaks = name.equals(claimant);
    features.add("speaks" + named, speaks);
    boolean employs = !speaks && name.equals(story.employer(claimant));
    boolean we = passage.has(Cue.PRONOUN);
    features.add("employs" + named + we, employs).add("employs", employs);
    Draft last = story.last();
    String when = "";
    int line = story.inParagraph(index);
    paragraph(index, line, name, named, owners, features);
    if (last != null && name.equals(last.company())) {
      boolean same = last.passage().equals(passage);
      boolean next = index > 0 && last.passage().equals(story.passage(index - 1));
      when = same ? "same" : next ? "next" : "later";
      features.add("owned" + when + named).add("owned" + when + Math.min(2, owners));
    }
    if (!named) {
      absent(index, amount, name, when, owners, features);
    }
    String said = named ? "here" : "there";
    story.profiles().describe(name, said, features);
    features.add(said + "rank" + Math.min(3, story.rank(name)));
    boolean lead = name.equals(story.protagonist());
    features.add("lead" + named + Math.min(2, owners), lead);
    features.add("title" + named, story.isInTitle(name));
    features.add("weight" + Math.min(4, story.weight(name)) + named);
    features.add("only" + named, story.companies() == 1);
    return features;
  }

  /** Where the paragraph speaks of the name: a paragraph goes on about whom it opens with. */
  private void paragraph(
      int index, int line, String name, boolean named, long owners, Features features) {
    String others = named + "" + Math.min(2, owners);
    int first = -1;
    for (int i = index - line; i < index; i++) {
      List<Party> there = story.parties(i);
      boolean here = there.stream().anyMatch(party -> name.equals(party.company()));
      first = here && first < 0 ? i : first;
      if (here && i == index - line) {
        boolean head = !there.isEmpty() && name.equals(there.get(0).company());
        features.add("opens" + others).add("opensHead" + others, head);
      }
    }
    Draft last = story.last();
    boolean owned = last != null && name.equals(last.company());
    features.add("line" + Math.min(2, line) + (first >= 0) + others);
    features.add("line" + Math.min(2, line) + (first >= 0) + owned + others);
  }

  private void absent(
      int index, Amount amount, String name, String when, long owners, Features features) {
    Passage passage = story.passage(index);
    int since = story.since(name, index);
    String recency = since < 0 ? "never" : since > 3 ? "far" : Integer.toString(since);
    String others = owners == 0 ? "alone" : "besides";
    features.add("absent" + others).add("absent" + recency + others);
    features.add("absent" + recency + described(passage, amount) + others);
    boolean latest = since >= 0 && isLatest(name, index, since);
    features.add("latest" + others + (when.isEmpty() ? "" : "owned"), latest);
    features.add("latest" + described(passage, amount) + others, latest);
    features.add("absentTitle" + recency, passage.inTitle());
  }

  /** Whether no other organisation was named since. */
  private boolean isLatest(String name, int index, int since) {
    for (int back = 1; back <= since; back++) {
      for (Party party : story.parties(index - back)) {
        boolean other = party.company() != null && !party.company().equals(name);
        if (other && (back < since || party.role() == Party.Role.ORGANISATION)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the sentence leans on somebody named before: the company, it. */
  private static String described(Passage passage, Amount amount) {
    boolean company = isNear(passage, amount, Cue.COMPANY);
    boolean pronoun = isNear(passage, amount, Cue.PRONOUN);
    return (company ? "C" : "") + (pronoun ? "P" : "");
  }

  private static boolean isNear(Passage passage, Amount amount, Cue cue) {
    return passage.cues(cue).stream()
        .anyMatch(mark -> Distance.clauses(passage, amount, mark.from()) <= 1);
  }

  /** What was trained or served. */
  List<Judge.Option> models(int index, Amount amount, @Nullable String company, Scope scope) {
    Passage passage = story.passage(index);
    List<Party> here = models(index);
    Set<String> names = new LinkedHashSet<>();
    nearestFirst(passage, amount, here).forEach(party -> names.add(party.name()));
    Draft last = story.last();
    add(names, last == null ? null : last.model());
    for (int back = 1; back <= 2 * SENTENCES_BACK && index - back >= 0; back++) {
      models(index - back).forEach(party -> names.add(party.name()));
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
    for (Party party : nearestFirst(passage, amount, here)) {
      if (party.name().equals(name) && !named) {
        named = true;
        maker = party.company();
        kind = party.kind();
        Appearance.describe(passage, amount, party, here, "M", features);
      }
    }
    for (int back = 1; back <= 2 * SENTENCES_BACK && index - back >= 0 && !named; back++) {
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

  private static List<Party> nearestFirst(Passage passage, Amount amount, List<Party> parties) {
    Function<Party, Integer> distance = party -> Appearance.distance(passage, amount, party);
    return parties.stream().sorted(Comparator.comparing(distance)).toList();
  }

  private static void add(Set<String> names, @Nullable String name) {
    if (name != null) {
      names.add(name);
    }
  }
}
