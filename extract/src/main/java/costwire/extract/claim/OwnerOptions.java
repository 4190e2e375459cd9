package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays out whose compute an amount may be, and what speaks for each. */
final class OwnerOptions {
  private static final int MOST = 14;

  private final Story story;

  OwnerOptions(Story story) {
    this.story = story;
  }

  /** Whose compute it may be. */
  List<Judge.Option> of(int index, Amount amount, @Nullable String claimant) {
    Passage passage = story.passage(index);
    List<Party> all = story.parties(index);
    List<Party> here =
        all.stream().filter(party -> !Appearance.isApposed(passage, party, all)).toList();
    Draft last = story.last();
    String before = last == null ? story.protagonist() : last.company();
    String hunch = Hunch.owner(passage, amount, here, claimant, before);
    Descriptions.Fits fits = story.descriptions().of(index, amount);
    Reports.Match match = story.reported(amount);
    List<Judge.Option> options = new ArrayList<>();
    Features nobody = noOwner(index, amount, here).add("nobodyHunch", hunch == null);
    Reports.Fit general = match.companies().get(Reports.NOBODY);
    if (general != null) {
      nobody.add("nobodyReported" + general).add("nobodyReported" + match.isBy(claimant));
    }
    options.add(new Judge.Option(null, nobody));
    for (String name : names(index, amount, here)) {
      if (options.size() < MOST) {
        Features features = owner(index, amount, here, name, claimant);
        boolean named = here.stream().anyMatch(party -> name.equals(party.company()));
        features.add("hunch", name.equals(hunch)).key("hunch" + named, name.equals(hunch));
        fits.describe(name, named ? "here" : "there", features);
        reported(amount, match, name, named, features);
        options.add(new Judge.Option(name, features));
      }
    }
    return options;
  }

  /** Whether the amount has been reported of the name, and others of the article have. */
  private void reported(
      Amount amount, Reports.Match match, String name, boolean named, Features features) {
    Reports.Fit fit = match.companies().get(name);
    int others = story.reported(name);
    if (fit != null) {
      String digits = fit + "" + Reports.digits(amount);
      int rivals = Math.min(3, match.companies().size());
      features.key("reported").key("reported" + fit).key("reported" + fit + rivals + named);
      features.key("reported" + digits).add("reported" + digits + amount.measure() + rivals);
      others -= match.isTelling() ? 1 : 0;
    }
    features.key("reportedOthers" + Math.min(3, others), others > 0);
    features.key("reportedOthers" + Math.min(3, others) + named + (fit != null), others > 0);
  }

  /** The nearest first; then those the article spoke of last, and those of the headline. */
  private Names names(int index, Amount amount, List<Party> here) {
    Names names = new Names();
    names.addCompanies(Appearance.nearestFirst(story.passage(index), amount, here));
    Draft last = story.last();
    names.add(last == null ? null : last.company()).add(story.protagonist());
    int farthest = Math.min(index, Story.FARTHEST);
    for (int back = 1; names.size() < MOST && back <= farthest; back++) {
      if (!story.passage(index - back).inTitle()) {
        names.addCompanies(story.parties(index - back));
      }
    }
    for (int i = 0; i < story.titles(); i++) {
      names.addCompanies(story.parties(i));
    }
    return names;
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
    boolean alone = here.stream().allMatch(p -> areOthersBetween(passage, amount, p));
    features.add("nobodyOthers" + Math.min(1, here.size()), alone && passage.has(Cue.OTHERS));
    Draft last = story.last();
    features.add("nobodyBefore" + (last == null ? "?" : last.company() == null));
    features.add("nobodyStory" + Math.min(3, story.companies()));
    features.add("nobodyTitle", passage.inTitle());
    features.add("nobodyBest" + Cast.step(best(here)) + Math.min(2, owners));
    return features;
  }

  /** Whether others, its rivals as a rule, stand between a name and the amount. */
  private static boolean areOthersBetween(Passage passage, Amount amount, Party party) {
    int from = Math.min(party.span().getEnd(), amount.getEnd());
    int to = Math.max(party.span().getStart(), amount.getStart());
    return passage.cues(Cue.OTHERS).stream()
        .anyMatch(mark -> mark.from() >= from && mark.to() <= to);
  }

  private Features owner(
      int index, Amount amount, List<Party> here, String name, @Nullable String claimant) {
    Passage passage = story.passage(index);
    Features features = new Features().add("some");
    boolean named = here(passage, amount, here, name, claimant, features);
    long owners = here.stream().map(Party::company).filter(Objects::nonNull).distinct().count();
    features.key("named" + named + Math.min(3, owners));
    boolean speaks = name.equals(claimant);
    features.key("speaks" + named, speaks);
    boolean employs = !speaks && name.equals(story.employer(claimant));
    boolean we = passage.has(Cue.PRONOUN);
    features.key("employs" + named + we, employs).add("employs", employs);
    paragraph(index, story.inParagraph(index), name, named, owners, features);
    String when = owned(index, name);
    if (!when.isEmpty()) {
      features.key("owned" + when + named).add("owned" + when + Math.min(2, owners));
    }
    if (!named) {
      absent(index, amount, name, when, owners, features);
    }
    inStory(name, named, owners, features);
    cast(name, named, here, features);
    return setting(passage, amount, features);
  }

  /** What is the same for everybody here, and yet lets one thing or another count. */
  private static Features setting(Passage passage, Amount amount, Features features) {
    features.key(amount.measure().name()).key("leans" + Anaphor.in(passage, amount));
    features.key("inTitle", passage.inTitle());
    for (Cue cue : List.of(Cue.RENT, Cue.PURCHASE, Cue.SALES, Cue.OTHERS, Cue.PLAN)) {
      features.key("has" + cue, passage.has(cue));
    }
    return features;
  }

  /** Where the sentence itself names it, once for each role; whether it does. */
  private static boolean here(
      Passage passage,
      Amount amount,
      List<Party> here,
      String name,
      @Nullable String claimant,
      Features features) {
    Set<Party.Role> described = EnumSet.noneOf(Party.Role.class);
    for (Party party : Appearance.nearestFirst(passage, amount, here)) {
      if (name.equals(party.company()) && described.add(party.role())) {
        String role = party.role().name().substring(0, 2);
        Appearance.describe(passage, amount, party, here, role, features);
        features.add(role + "speaks", party.name().equals(claimant));
        features.add(role + amount.measure());
        boolean beyond = areOthersBetween(passage, amount, party);
        features.key("beyondOthers", beyond).add(role + "beyondOthers", beyond);
      }
    }
    return !described.isEmpty();
  }

  /** How long ago the last claim was, if it is the name's; empty if it is another's. */
  private String owned(int index, String name) {
    Draft last = story.last();
    return last == null || !name.equals(last.company()) ? "" : story.since(last, index);
  }

  /** What the whole article makes of the name. */
  private void inStory(String name, boolean named, long owners, Features features) {
    String said = named ? "here" : "there";
    story.profiles().describe(name, said, features);
    features.key(said + "rank" + Math.min(3, story.rank(name)));
    boolean lead = name.equals(story.protagonist());
    features.key("lead" + named + Math.min(2, owners), lead);
    features.key("title" + named, story.isInTitle(name));
    features.add("weight" + Math.min(4, story.weight(name)) + named);
    features.key("only" + named, story.companies() == 1);
  }

  /** What part it plays in the article, beside those that are named here. */
  private void cast(String name, boolean named, List<Party> here, Features features) {
    Cast cast = story.cast();
    double owns = cast.owns(name);
    features.key("owns" + Cast.step(owns)).key("owns" + Cast.step(owns) + named);
    features.add("ownsRank" + Math.min(3, cast.ownerRank(name)) + named);
    double best = best(here);
    features.key("ownsBest" + named, owns >= best).add("ownsLess" + named, owns < best / 2);
    features.add("ownsBeside" + Cast.step(owns) + Cast.step(best) + named);
  }

  /** How likely the likeliest owner of those here is one. */
  private double best(List<Party> here) {
    return here.stream()
        .map(Party::company)
        .filter(Objects::nonNull)
        .mapToDouble(story.cast()::owns)
        .max()
        .orElse(0);
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
        features.key("opens" + others).key("opensHead" + others, head);
      }
    }
    Draft last = story.last();
    boolean owned = last != null && name.equals(last.company());
    features.add("line" + Math.min(2, line) + (first >= 0) + others);
    features.key("line" + Math.min(2, line) + (first >= 0) + owned + others);
  }

  private void absent(
      int index, Amount amount, String name, String when, long owners, Features features) {
    Passage passage = story.passage(index);
    int since = story.since(name, index);
    String recency = since < 0 ? "never" : since > 3 ? "far" : Integer.toString(since);
    String others = owners == 0 ? "alone" : "besides";
    features.add("absent" + others).add("absent" + recency + others);
    features.add("absent" + recency + Anaphor.in(passage, amount) + others);
    boolean near = since >= 0 && since <= Story.FARTHEST;
    boolean latest = near && isLatest(name, index, since);
    features.add("latest" + others + (when.isEmpty() ? "" : "owned"), latest);
    features.key("latest" + Anaphor.in(passage, amount) + others, latest);
    features.add("absentTitle" + recency, passage.inTitle());
    if (near && !passage.inTitle()) {
      left(index, since, name, others + Anaphor.in(passage, amount), features);
    }
  }

  /** How the sentence that named it last left it: as what it was about, or in passing. */
  private void left(int index, int since, String name, String now, Features features) {
    List<Party> there = story.parties(index - since);
    Passage passage = story.passage(index - since);
    Party first =
        there.stream()
            .filter(party -> name.equals(party.company()) || name.equals(party.name()))
            .findFirst()
            .orElseThrow();
    String paragraph = since <= story.inParagraph(index) ? "|" : "||";
    boolean head = passage.isHead(first.span().getStart());
    boolean leads = name.equals(there.get(0).company());
    String as = first.role().name().substring(0, 2);
    String steps = Math.min(3, since) + paragraph;
    long owners = there.stream().map(Party::company).filter(Objects::nonNull).distinct().count();
    String rivals = String.valueOf(Math.min(3, owners));
    features.key("left" + steps).add("left" + steps + now);
    features.add("left" + steps + as).add("left" + steps + leads + rivals);
    features.add("left" + steps + as + leads + now).add("left" + steps + head + rivals);
    features.add("leftAside" + steps, passage.isAside(first.span().getStart()));
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
}
