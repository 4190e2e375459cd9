package costwire.aggregate.implied;

import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.posterior.Percentiles;
import costwire.aggregate.posterior.Posterior;
import costwire.aggregate.posterior.Priors;
import costwire.aggregate.posterior.Testimony;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A count, a time, a price or a cost, and how far it may be from the truth.
 *
 * @param best above 0; as somebody told it, wherever somebody did
 * @param below how far the 10th percentile lies below it, in log10
 * @param above how far the 90th lies above it
 */
public record Quantity(BigDecimal best, double below, double above) {
  /**
   * Nobody says "more than 10,000" of 50,000: a bound alone lies within a factor of two, and so
   * does the truth of figures that contradict each other, beyond the last of them.
   */
  private static final double NEAR_A_BOUND = 0.30103;

  private static final double NOTHING = 0.02;

  /** What is known between its 10th and its 90th percentile. */
  static Quantity of(BigDecimal low, BigDecimal best, BigDecimal high) {
    return new Quantity(best, log(best) - log(low), log(high) - log(best));
  }

  /** The product; half-widths of independent factors add like the sides of a right angle. */
  Quantity times(Quantity other) {
    return new Quantity(
        best.multiply(other.best), together(below, other.below), together(above, other.above));
  }

  /** The quotient, its half-widths likewise. */
  Quantity over(Quantity other) {
    return new Quantity(
        best.divide(other.best, MathContext.DECIMAL64),
        together(below, other.above),
        together(above, other.below));
  }

  /** The sum; here the half-widths in the unit itself add like the sides of a right angle. */
  Quantity plus(Quantity other) {
    double sum = best.doubleValue() + other.best.doubleValue();
    double down = together(away(-below), other.away(-other.below));
    double up = together(away(above), other.away(other.above));
    return new Quantity(
        best.add(other.best),
        StrictMath.log10(sum) - StrictMath.log10(sum - down),
        StrictMath.log10(sum + up) - StrictMath.log10(sum));
  }

  /** From the best to what lies so far off, in the unit itself. */
  private double away(double logs) {
    return best.doubleValue() * (StrictMath.pow(10, logs) - 1);
  }

  /** The 10th percentile, to three digits. */
  public BigDecimal low() {
    return Percentiles.amount(log(best) - below);
  }

  /** The 90th percentile, to three digits. */
  public BigDecimal high() {
    return Percentiles.amount(log(best) + above);
  }

  private static double together(double one, double other) {
    return StrictMath.sqrt(one * one + other * other);
  }

  private static double log(BigDecimal amount) {
    return StrictMath.log10(amount.doubleValue());
  }

  /** As the voices put it; null where none counts. */
  static @Nullable Quantity of(List<Voice> voices, Subject.Kind kind) {
    if (voices.isEmpty()) {
      return null;
    }
    List<Figure> told = voices.stream().map(Voice::figure).filter(Figure::isTwoSided).toList();
    return told.isEmpty() ? bounded(voices) : told(voices, told, kind);
  }

  private static Quantity told(List<Voice> voices, List<Figure> told, Subject.Kind kind) {
    Posterior posterior = new Posterior().add(Priors.none());
    Testimony testimony = new Testimony();
    voices.forEach(voice -> posterior.add(testimony.kernel(voice, kind)));
    Percentiles all = posterior.percentiles();
    BigDecimal best =
        told.stream()
            .filter(figure -> figure.shape() == Figure.Shape.POINT)
            .min(Comparator.comparing(f -> Math.abs(f.logCentre() - all.median())))
            .map(Figure::low)
            .orElse(Percentiles.amount(all.median()));
    double centre = log(best);
    double least = told.stream().mapToDouble(Figure::logLow).min().orElse(centre);
    double most = told.stream().mapToDouble(Figure::logHigh).max().orElse(centre);
    return new Quantity(
        best,
        Math.max(NOTHING, centre - Math.max(all.low(), least - NEAR_A_BOUND)),
        Math.max(NOTHING, Math.min(all.high(), most + NEAR_A_BOUND) - centre));
  }

  private static Quantity bounded(List<Voice> voices) {
    BigDecimal least = null;
    BigDecimal most = null;
    for (Voice voice : voices) {
      BigDecimal low = voice.figure().low();
      BigDecimal high = voice.figure().high();
      least = low == null || (least != null && least.compareTo(low) > 0) ? least : low;
      most = high == null || (most != null && most.compareTo(high) < 0) ? most : high;
    }
    if (least != null) {
      return new Quantity(least, NOTHING, NEAR_A_BOUND);
    }
    return new Quantity(most == null ? BigDecimal.ONE : most, NEAR_A_BOUND, NOTHING);
  }
}
