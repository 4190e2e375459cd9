package costwire.aggregate.implied;

import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.posterior.Percentiles;
import costwire.aggregate.posterior.Posterior;
import costwire.aggregate.posterior.Priors;
import costwire.aggregate.posterior.Testimony;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A count, a time or a price as the voices put it.
 *
 * @param best as somebody told it, wherever somebody did
 * @param below how far the 10th percentile lies below it, in log10
 * @param above how far the 90th lies above it
 */
record Quantity(BigDecimal best, double below, double above) {
  /** Nobody says "more than 10,000" of 50,000: a bound alone lies within a factor of two. */
  private static final double NEAR_A_BOUND = 0.30103;

  private static final double NOTHING = 0.02;

  /** Null where no voice counts. */
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
    double centre = StrictMath.log10(best.doubleValue());
    return new Quantity(
        best, Math.max(NOTHING, centre - all.low()), Math.max(NOTHING, all.high() - centre));
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
