package costwire.aggregate.implied;

import costwire.aggregate.Estimate;
import costwire.aggregate.Way;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.posterior.Kernel;
import costwire.aggregate.posterior.Percentiles;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cost that nobody told: a product of what somebody did.
 *
 * @param cost in US dollars
 * @param chip null where none is named, or several
 * @param rate dollars for a chip-hour; null where chips were bought
 * @param voices on whose word it rests
 * @param ways the cost itself first
 */
public record Reckoning(
    Quantity cost,
    @Nullable String chip,
    @Nullable BigDecimal chips,
    @Nullable BigDecimal hours,
    @Nullable Quantity chipHours,
    @Nullable Price rate,
    List<Voice> voices,
    List<Way> ways) {
  /** Factors of different runs, machines or times may have been multiplied. */
  private static final double GARBAGE = 0.1;

  /** Standard deviations from the median to the 90th percentile. */
  private static final double TO_A_TENTH = 1.2815515655446004;

  private static final double NARROWEST = 0.02;

  public Reckoning {
    voices = List.copyOf(voices);
    ways = List.copyOf(ways);
  }

  /** The reckoning as a piece of evidence. */
  public Kernel kernel() {
    double centre = StrictMath.log10(cost.best().doubleValue());
    double left = Math.max(NARROWEST, cost.below() / TO_A_TENTH);
    double right = Math.max(NARROWEST, cost.above() / TO_A_TENTH);
    return Kernel.skewed(centre, left, right, GARBAGE);
  }

  public Estimate.Implied implied() {
    Estimate.Interval band =
        rate == null ? null : new Estimate.Interval(rate.low(), rate.best(), rate.high());
    return new Estimate.Implied(
        cost.low(),
        Percentiles.rounded(cost.best()),
        cost.high(),
        chip,
        plain(chips),
        plain(hours),
        chipHours == null ? null : plain(chipHours.best()),
        band);
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal quantity) {
    return quantity == null ? null : Percentiles.plain(quantity);
  }
}
