package costwire.aggregate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures drawn as {@link Kernel#told} says that they are: then one truth in ten lies below the
 * 10th percentile, one in ten above the 90th. What honest crowds are held better than that is the
 * price of allowing for partisans, and no error of the arithmetic.
 */
class KernelCalibrationTest {
  private static final int TRUTHS = 2_000;
  private static final double WIDTH = 0.12;
  private static final double GARBAGE = 0.05;
  private static final double STAKE = 0.30103;
  private static final double STAKES = 0.15;

  @ParameterizedTest
  @CsvSource({
    "1, 0.1, 0.80",
    "5, 0.1, 0.80",
    "20, 0.1, 0.80",
    "1, 0, 0.84",
    "5, 0, 0.84",
    "20, 0, 0.84"
  })
  void theIntervalHoldsEightTenthsOfTruthsThatAreToldAsTheModelHasIt(
      int figures, double partisans, double held) {
    Random random = new Random(20260103);
    int below = 0;
    int above = 0;
    for (int run = 0; run < TRUTHS; run++) {
      double truth = 3 + 6 * random.nextDouble();
      Posterior posterior = new Posterior().add(Priors.none());
      for (int i = 0; i < figures; i++) {
        posterior.add(Kernel.told(told(truth, partisans, random), WIDTH, GARBAGE));
      }
      Percentiles percentiles = posterior.percentiles();
      below += truth < percentiles.low() ? 1 : 0;
      above += truth > percentiles.high() ? 1 : 0;
    }

    // The standard error is 0.9 % of the whole, 0.7 % of either side.
    double missed = (1 - held) / 2;
    assertThat(below / (double) TRUTHS).as("below").isCloseTo(missed, within(0.02));
    assertThat(above / (double) TRUTHS).as("above").isCloseTo(missed, within(0.02));
  }

  private static double told(double truth, double partisans, Random random) {
    if (random.nextDouble() < GARBAGE) {
      return Grid.LEAST + (Grid.SIZE - 1) * Grid.STEP * random.nextDouble();
    }
    if (random.nextDouble() >= partisans) {
      return truth + WIDTH * random.nextGaussian();
    }
    double side = random.nextBoolean() ? STAKE : -STAKE;
    return truth + side + StrictMath.hypot(WIDTH, STAKES) * random.nextGaussian();
  }
}
