package costwire.aggregate.reconcile;

import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.Reckoning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures far above what else is said of a run: they may be another thing's. */
final class Outliers {
  /** A factor of ten. */
  private static final double FAR = 1;

  private Outliers() {}

  /**
   * The run's sums ten times as high as usual or more.
   *
   * @param implied what its counts come to; null where they come to nothing
   */
  static List<Voice> above(Settlement run, @Nullable Reckoning implied) {
    List<Voice> figures =
        run.ledger().counting(Subject.DOLLARS).stream()
            .filter(v -> v.figure().isTwoSided())
            .toList();
    double usual = usual(figures, implied);
    return figures.stream().filter(v -> v.figure().logCentre() - usual > FAR).toList();
  }

  /**
   * The lower median of the run's figures, which a minority cannot raise; the implied cost where
   * there is only one figure. Infinite where there is nothing to compare with.
   */
  private static double usual(List<Voice> figures, @Nullable Reckoning implied) {
    if (figures.size() > 1) {
      List<Double> sorted =
          figures.stream().map(voice -> voice.figure().logCentre()).sorted().toList();
      return sorted.get((sorted.size() - 1) / 2);
    }
    return implied == null
        ? Double.POSITIVE_INFINITY
        : StrictMath.log10(implied.cost().best().doubleValue());
  }

  /** Whether two voices tell one figure, one of them perhaps rounded. */
  static boolean isOne(Voice one, Voice other) {
    return one.figure().isToldBy(other.figure()) || other.figure().isToldBy(one.figure());
  }
}
