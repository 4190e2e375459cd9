package costwire.extract.claim;

import costwire.extract.Stance;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import org.jspecify.annotations.Nullable;

/**
 * Decides how an article holds an amount: denied before disputed before planned before asserted.
 */
final class Stances {
  private static final double NEAR = 0.34;
  private static final double DENIED = 0.55;

  private Stances() {}

  static Stance of(Passage passage, Amount amount, @Nullable Passage next) {
    if (Proximity.of(passage, amount, Cue.DENIAL) > DENIED) {
      return Stance.DENIED;
    }
    boolean doubtFollows = next != null && opensWithDoubt(next);
    if (Proximity.of(passage, amount, Cue.DOUBT) > NEAR || doubtFollows) {
      return Stance.DISPUTED;
    }
    double plan = Proximity.of(passage, amount, Cue.PLAN);
    return plan > NEAR ? Stance.PLANNED : Stance.ASSERTED;
  }

  /** Doubt in the next sentence is aimed at this one's figure if that has none of its own. */
  private static boolean opensWithDoubt(Passage next) {
    return next.amounts().stream().noneMatch(amount -> amount.quantity() != null)
        && next.cues(Cue.DOUBT).stream().anyMatch(mark -> mark.from() < 12);
  }
}
