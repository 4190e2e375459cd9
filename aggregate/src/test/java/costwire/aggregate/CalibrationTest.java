package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Interval;
import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Truths are drawn, and claims about them from a {@link NoiseModel}: how often the interval of 80 %
 * holds the truth. {@code calibration.csv} has the cases, each with what was measured.
 */
class CalibrationTest {
  private static final int RUNS = 1000;
  private static final Estimator ESTIMATOR = Estimator.standard();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "calibration.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
  void theIntervalHoldsAsManyTruthsAsItSays(
      String name,
      int figures,
      int bounds,
      double wrong,
      double slips,
      int copies,
      double partisans,
      double revisions,
      double least,
      double most) {
    NoiseModel noise = new NoiseModel(figures, bounds, wrong, slips, copies, partisans, revisions);
    Random random = new Random(20260101);
    List<Told> told = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      double truth = 4 + 4 * random.nextDouble();
      told.add(new Told(truth, noise.claims(truth, random)));
    }
    long covered = told.parallelStream().filter(Told::isCovered).count();
    assertThat(covered / (double) RUNS).as(name).isBetween(least, most);
  }

  /** A true cost, as the power of ten, and what is told of it. */
  private record Told(double truth, List<Claim> claims) {
    boolean isCovered() {
      Interval usd =
          Objects.requireNonNull(ESTIMATOR.estimates(claims, null).get(0).lines().get(0).usd());
      double amount = StrictMath.pow(10, truth);
      return Objects.requireNonNull(usd.low()).doubleValue() <= amount
          && amount <= Objects.requireNonNull(usd.high()).doubleValue();
    }
  }
}
