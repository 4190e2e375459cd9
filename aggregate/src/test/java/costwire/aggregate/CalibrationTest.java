package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Interval;
import costwire.extract.Claim;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * True costs are drawn, and claims about them from a noise model: named sources miss by a normal
 * error of 0.12 in log10, one claim in twenty is garbage, some are bounds that lie within a factor
 * of three on the right side. The interval is one of 80 %.
 */
class CalibrationTest {
  private static final int RUNS = 400;
  private static final double WIDTH = 0.12;

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "5, 0", "3, 1"})
  void fourTruthsInFiveLieInTheInterval(int figures, int bounds) {
    Random random = new Random(20260101);
    Estimator estimator = Estimator.standard();
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      double truth = 4 + 4 * random.nextDouble();
      List<Claim> claims = new ArrayList<>();
      for (int i = 0; i < figures; i++) {
        claims.add(cost(claims).exactly(amount(told(truth, random))).build());
      }
      for (int i = 0; i < bounds; i++) {
        double margin = random.nextDouble() * 0.5;
        claims.add(
            random.nextBoolean()
                ? cost(claims).atLeast(amount(truth - margin)).build()
                : cost(claims).atMost(amount(truth + margin)).build());
      }
      Interval usd =
          Objects.requireNonNull(estimator.estimates(claims, null).get(0).lines().get(0).usd());
      covered += covers(usd, truth) ? 1 : 0;
    }
    assertThat(covered / (double) RUNS).isBetween(0.74, 0.88);
  }

  private static double told(double truth, Random random) {
    boolean garbage = random.nextInt(20) == 0;
    return garbage ? 2 + 8 * random.nextDouble() : truth + WIDTH * random.nextGaussian();
  }

  private static SampleClaim cost(List<Claim> claims) {
    int number = claims.size();
    return SampleClaim.cost("c" + number).by("Source " + number).scope(Scope.TRAINING_RUN);
  }

  /** To two digits, so that no two sources seem to copy each other. */
  private static String amount(double log) {
    return BigDecimal.valueOf(StrictMath.pow(10, log))
        .round(new java.math.MathContext(2))
        .toPlainString();
  }

  private static boolean covers(Interval usd, double truth) {
    double amount = StrictMath.pow(10, truth);
    return Objects.requireNonNull(usd.low()).doubleValue() <= amount
        && amount <= Objects.requireNonNull(usd.high()).doubleValue();
  }
}
