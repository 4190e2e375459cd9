package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Implied;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The implied cost of runs whose cost is public, against that cost. The floors are what was
 * measured, and only go up; {@code training-runs.csv} has the facts.
 */
@SuppressWarnings("NullAway.Init")
class BackTest {
  private static final Estimator ESTIMATOR = Estimator.standard();

  /** From the 90th percentile to the 95th, in half-widths of a normal distribution. */
  private static final double TO_NINETY = 1.6448536269514722 / 1.2815515655446004;

  private static List<Outcome> outcomes;

  /** How far an implied cost is from the cost, and how far its ends reach, in log10. */
  private record Outcome(TrainingRun run, double error, double below, double above) {
    static Outcome of(TrainingRun run) {
      Implied implied =
          Objects.requireNonNull(
              ESTIMATOR.estimate(run.company(), run.amount(), null).lines().get(0).implied());
      double best = StrictMath.log10(implied.best().doubleValue());
      return new Outcome(
          run,
          best - StrictMath.log10(run.cost()),
          best - StrictMath.log10(implied.low().doubleValue()),
          StrictMath.log10(implied.high().doubleValue()) - best);
    }

    boolean isWithin(double halfWidths) {
      return error <= halfWidths * below && -error <= halfWidths * above;
    }

    double factor() {
      return StrictMath.pow(10, Math.abs(error));
    }

    @Override
    public String toString() {
      return run.model() + ": off by " + StrictMath.pow(10, error);
    }
  }

  @BeforeAll
  static void reckon() throws IOException {
    outcomes = TrainingRun.all().stream().map(Outcome::of).toList();
  }

  private static double median(Predicate<TrainingRun> which) {
    List<Double> factors =
        outcomes.stream()
            .filter(outcome -> which.test(outcome.run()))
            .map(Outcome::factor)
            .sorted()
            .toList();
    int half = factors.size() / 2;
    return (factors.get(half) + factors.get((factors.size() - 1) / 2)) / 2;
  }

  private static double covered(double halfWidths) {
    return outcomes.stream().filter(outcome -> outcome.isWithin(halfWidths)).count()
        / (double) outcomes.size();
  }

  @Test
  void thereAreFiftyRuns() {
    assertThat(outcomes).hasSizeGreaterThanOrEqualTo(50);
  }

  @Test
  void theMedianErrorStaysWithinWhatWasMeasured() {
    assertThat(median(run -> true)).isLessThan(1.22);
    assertThat(median(run -> run.basis().equals("paid"))).isLessThan(1.41);
    assertThat(median(run -> run.basis().equals("priced"))).isLessThan(1.17);
    assertThat(median(run -> run.basis().equals("reckoned"))).isLessThan(1.27);
    // The book's price of an H800 is that of DeepSeek's own report.
    assertThat(median(run -> !isOnH800(run))).isLessThan(1.23);
  }

  private static boolean isOnH800(TrainingRun run) {
    return run.amount().stream().anyMatch(claim -> "nvidia-h800".equals(claim.chip()));
  }

  @Test
  void intervalsHoldAsManyCostsAsWasMeasured() {
    assertThat(covered(TO_NINETY)).as("of 90 %").isGreaterThanOrEqualTo(0.85);
    assertThat(covered(1)).as("of 80 %").isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void theBookLeansToNeitherSide() {
    double bias = outcomes.stream().mapToDouble(Outcome::error).average().orElseThrow();

    // The standard error of the mean is 6 %.
    assertThat(StrictMath.pow(10, bias)).isBetween(1 / 1.1, 1.1);
  }
}
