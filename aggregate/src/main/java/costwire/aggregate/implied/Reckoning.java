package costwire.aggregate.implied;

import costwire.aggregate.Estimate;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.posterior.Kernel;
import costwire.aggregate.posterior.Percentiles;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cost that nobody told: a product of what somebody did.
 *
 * @param best in US dollars
 * @param below how far its 10th percentile lies below, in log10
 * @param above how far its 90th lies above
 * @param rate dollars for a chip-hour; null where chips were bought
 * @param voices on whose word it rests
 */
public record Reckoning(
    BigDecimal best,
    double below,
    double above,
    @Nullable String chip,
    @Nullable BigDecimal chips,
    @Nullable BigDecimal hours,
    @Nullable BigDecimal chipHours,
    @Nullable Price rate,
    List<Voice> voices) {
  /** Factors of different runs, machines or times may have been multiplied. */
  private static final double GARBAGE = 0.1;

  /** Standard deviations from the median to the 90th percentile. */
  private static final double TO_A_TENTH = 1.2815515655446004;

  private static final double NARROWEST = 0.02;

  public Reckoning {
    voices = List.copyOf(voices);
  }

  /** The reckoning as a piece of evidence. */
  public Kernel kernel() {
    double centre = StrictMath.log10(best.doubleValue());
    double left = Math.max(NARROWEST, below / TO_A_TENTH);
    double right = Math.max(NARROWEST, above / TO_A_TENTH);
    return Kernel.skewed(centre, left, right, GARBAGE);
  }

  public Estimate.Implied implied() {
    double centre = StrictMath.log10(best.doubleValue());
    Estimate.Interval band =
        rate == null ? null : new Estimate.Interval(rate.low(), rate.best(), rate.high());
    return new Estimate.Implied(
        Percentiles.amount(centre - below),
        Percentiles.rounded(best),
        Percentiles.amount(centre + above),
        chip,
        plain(chips),
        plain(hours),
        plain(chipHours),
        band);
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal quantity) {
    return quantity == null ? null : Percentiles.plain(quantity);
  }
}
