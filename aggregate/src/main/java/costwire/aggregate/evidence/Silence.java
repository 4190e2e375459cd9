package costwire.aggregate.evidence;

import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Stance;
import org.jspecify.annotations.Nullable;

/** Why a claim enters no sum, though it stands in evidence. */
public final class Silence {
  private Silence() {}

  /** The reason in a word, for a counter; null where the claim is heard. */
  public static @Nullable String of(Claim claim) {
    Subject subject = Subject.of(claim);
    if (subject != null) {
      return Figure.of(claim, subject.kind()) == null ? "beyond-sense" : null;
    }
    if (claim.stance() == Stance.PLANNED) {
      return "planned";
    }
    return claim.measure() == Measure.COST && claim.usd() == null ? "no-exchange-rate" : "rent";
  }
}
