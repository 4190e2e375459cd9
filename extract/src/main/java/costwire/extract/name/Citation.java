package costwire.extract.name;

import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import costwire.extract.learn.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tells what somebody is called by all the ways in which an article does: in full but for what only
 * describes, and not as one of the language's cases has it. Any form that the article writes can be
 * it, and what is left of one without an ending of the language.
 */
public final class Citation {
  /** The model's name. */
  public static final String MODEL = "citation";

  private final Decider decider;

  public Citation(Decider decider) {
    this.decider = decider;
  }

  /** The one whose model comes with the extractor. */
  public static Citation standard() {
    return new Citation(Decider.standard(MODEL));
  }

  /**
   * What a name's bearer is called. A name in other letters that is also given in Latin ones goes
   * by these: so it does elsewhere.
   */
  String of(Forms name, NameKind kind) {
    Form latin = name.latin();
    if (latin != null) {
      return latin.written;
    }
    String best = "";
    double highest = -1;
    for (Map.Entry<String, Features> candidate : new CitedForms(name, kind).all().entrySet()) {
      double odds = decider.odds(candidate.getValue());
      if (odds > highest) {
        highest = odds;
        best = candidate.getKey();
      }
    }
    return best;
  }

  /**
   * Has a name's citation learned; nothing, where it is called as the article never does.
   *
   * @param right whether it is called so
   */
  static void teach(Learner learner, Forms name, NameKind kind, Predicate<String> right) {
    Map<String, Features> candidates = new CitedForms(name, kind).all();
    List<Features> others = new ArrayList<>();
    Features called = null;
    for (Map.Entry<String, Features> candidate : candidates.entrySet()) {
      if (!right.test(candidate.getKey())) {
        others.add(candidate.getValue());
      } else if (called == null) {
        called = candidate.getValue();
      }
    }
    if (called != null && !others.isEmpty()) {
      learner.choose(called, others);
    }
  }
}
