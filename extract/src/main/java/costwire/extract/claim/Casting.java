package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import costwire.extract.learn.Learner;
import costwire.extract.lexicon.Reading;
import costwire.extract.name.Party;
import costwire.extract.name.Place;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells by everything that an article says of a name whether its bearer owns some of the compute,
 * is the source of figures, both, or neither: a newspaper, an investor and a supplier of chips are
 * named beside amounts that are not theirs.
 */
public final class Casting {
  /** The model's name. */
  public static final String MODEL = "part";

  /** Places that are looked at. */
  private static final int MOST = 12;

  /** Names that are looked at: an article has fewer. */
  private static final int MOST_NAMES = 200;

  private final Decider decider;

  public Casting(Decider decider) {
    this.decider = decider;
  }

  /** What part somebody plays. */
  public enum Part {
    OWNS,
    TELLS,
    BOTH,
    NEITHER;

    /** The part of one that owns and tells, or does not. */
    public static Part of(boolean owns, boolean tells) {
      return owns ? tells ? BOTH : OWNS : tells ? TELLS : NEITHER;
    }
  }

  /** How likely it owns and how likely it tells, each 0 to 1. */
  record Odds(double owns, double tells) {}

  Odds of(Features features) {
    double[] probabilities = decider.probabilities(features);
    double owns = 0;
    double tells = 0;
    for (int i = 0; i < probabilities.length; i++) {
      Part part = Part.valueOf(decider.outcome(i));
      owns += part == Part.OWNS || part == Part.BOTH ? probabilities[i] : 0;
      tells += part == Part.TELLS || part == Part.BOTH ? probabilities[i] : 0;
    }
    return new Odds(owns, tells);
  }

  /**
   * Has the parts of an article learned.
   *
   * @param parties the names of each passage, each with its organisation
   */
  public static void teach(
      Learner learner,
      List<Passage> passages,
      List<List<Party>> parties,
      Function<String, Part> parts) {
    learner.nextArticle();
    candidates(passages, parties, new Profiles(passages, parties))
        .forEach((name, features) -> learner.add(features, parts.apply(name).name()));
  }

  /** What the article says of each name. */
  static Map<String, Features> candidates(
      List<Passage> passages, List<List<Party>> parties, Profiles profiles) {
    Map<String, Sketch> sketches = new LinkedHashMap<>();
    for (int i = 0; i < passages.size(); i++) {
      for (Party party : parties.get(i)) {
        if (party.canSpeak()) {
          sketch(sketches, party.name()).meet(passages.get(i), party);
        }
        String company = party.company();
        if (company != null && !company.equals(party.name())) {
          sketch(sketches, company).meetThrough(passages.get(i), party);
        }
      }
    }
    Map<String, Features> all = new LinkedHashMap<>();
    int most = sketches.values().stream().mapToInt(sketch -> sketch.times).max().orElse(0);
    long organisations = sketches.values().stream().filter(sketch -> sketch.isOrganisation).count();
    sketches.forEach(
        (name, sketch) -> {
          if (all.size() < MOST_NAMES) {
            Features features = sketch.features(most, organisations);
            profiles.describe(name, "said", features);
            all.put(name, features);
          }
        });
    return all;
  }

  private static Sketch sketch(Map<String, Sketch> sketches, String name) {
    return sketches.computeIfAbsent(name, n -> new Sketch());
  }

  /** What is seen of one name. */
  private static final class Sketch {
    private final Features features = new Features();
    private final Set<String> once = new HashSet<>();
    private final List<Party> met = new ArrayList<>();
    private boolean isOrganisation;
    private int times;

    void meet(Passage passage, Party party) {
      isOrganisation |= party.role() == Party.Role.ORGANISATION;
      times += passage.inTitle() ? Story.IN_TITLE : 1;
      String role = party.role().name().substring(0, 2);
      if (met.isEmpty()) {
        once(role);
        once(role + party.kind());
        itself(passage, party);
      }
      if (met.size() < MOST) {
        met.add(party);
        new Place(passage, party.span()).describe(features);
        once("title", passage.inTitle());
        once("opens", party.span().getStart() == 0);
        once("heads", passage.isHead(party.span().getStart()));
        once("aside", passage.isAside(party.span().getStart()));
        amounts(passage, party, role);
      }
    }

    /** Its model, machine or person was met. */
    void meetThrough(Passage passage, Party party) {
      isOrganisation = true;
      times += passage.inTitle() ? Story.IN_TITLE : 1;
      once("has" + party.role());
      once("has" + party.role() + "title", passage.inTitle());
      amounts(passage, party, "has" + party.role());
    }

    private void itself(Passage passage, Party party) {
      Reading reading = passage.reading();
      boolean known = !party.kind().equals("new") && !party.kind().equals("unsure");
      for (int i = party.span().getStart(); !known && i < party.span().getEnd(); i++) {
        features.add("in" + reading.norm(i));
      }
      String last = reading.norm(party.span().getEnd() - 1);
      features.add("e4" + last.substring(Math.max(0, last.length() - 4)), !known);
      features.add("len" + Math.min(4, party.span().length()), !known);
    }

    private void amounts(Passage passage, Party party, String as) {
      int from = party.span().getStart();
      boolean any = false;
      for (Amount amount : passage.amounts()) {
        if (amount.quantity() != null) {
          any = true;
          int clauses = passage.clausesBetween(from, amount.getStart());
          String side = amount.getStart() < from ? "<" : ">";
          once(as + amount.measure() + Math.min(2, clauses));
          once(as + amount.measure() + side + Math.min(1, clauses));
        }
      }
      once(as + "any", any);
      once(as + "none", !any);
    }

    private void once(String name) {
      if (once.add(name)) {
        features.add(name);
      }
    }

    private void once(String name, boolean condition) {
      if (condition) {
        once(name);
      }
    }

    Features features(int most, long organisations) {
      features.add("times" + Math.min(5, times)).add("most" + isOrganisation, times == most);
      features.add("half" + isOrganisation, 2 * times >= most);
      features.add("among" + Math.min(5, organisations) + isOrganisation);
      features.add("only", isOrganisation && organisations == 1);
      return features;
    }
  }
}
