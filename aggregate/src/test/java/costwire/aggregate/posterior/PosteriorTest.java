package costwire.aggregate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import costwire.extract.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PosteriorTest {
  private static final double TENTH = 1.2815515655446004;

  private static Posterior of(Kernel... kernels) {
    Posterior posterior = new Posterior();
    for (Kernel kernel : kernels) {
      posterior.add(kernel);
    }
    return posterior;
  }

  @Test
  void aPointHasTheQuantilesOfANormalDistribution() {
    Percentiles found = of(Kernel.point(6, 0.1, 1e-12)).percentiles();

    assertThat(found.median()).isCloseTo(6, within(1e-6));
    assertThat(found.low()).isCloseTo(6 - 0.1 * TENTH, within(1e-3));
    assertThat(found.high()).isCloseTo(6 + 0.1 * TENTH, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"6, 0.3, 0.01", "6.013, 0.3, 0.1", "6.5, 0.02, 0.3", "12.99, 0.4, 0.05"})
  void theCurveRunsFromTailToTailAndOverThePeak(double centre, double width, double garbage) {
    Posterior posterior = of(Kernel.point(centre, width, garbage));
    List<Posterior.Point> curve = posterior.curve();

    assertThat(curve).hasSizeLessThanOrEqualTo(160);
    assertThat(curve.get(0).amount()).isCloseTo(posterior.quantile(0.001), within(0.006));
    assertThat(curve.get(curve.size() - 1).amount())
        .isCloseTo(posterior.quantile(0.999), within(0.006));
    Posterior.Point peak =
        curve.stream().max(Comparator.comparingDouble(Posterior.Point::density)).orElseThrow();
    assertThat(peak.density()).isEqualTo(1);
    assertThat(peak.amount()).isCloseTo(centre, within(0.0051));
  }

  @Test
  void twoPointsNarrowByTheRootOfTwoAndMeetInTheMiddle() {
    Percentiles found =
        of(Kernel.point(6, 0.1, 1e-12), Kernel.point(6.1, 0.1, 1e-12)).percentiles();

    assertThat(found.median()).isCloseTo(6.05, within(1e-3));
    assertThat(found.high() - found.median())
        .isCloseTo(0.1 * TENTH / StrictMath.sqrt(2), within(1e-3));
  }

  @Test
  void theGarbageShareOfALonePointLiesOutsideIt() {
    Percentiles found = of(Kernel.point(6, 0.1, 0.3)).percentiles();

    // 30 % spread over 16 decades, half of it below 6: the tenth percentile is deep in it.
    assertThat(found.low()).isCloseTo(-2 + 16 * 0.1 / 0.3, within(0.01));
  }

  @Test
  void aSkewedFigureHasItsHalvesApart() {
    Percentiles found = of(Kernel.skewed(6, 0.1, 0.3, 1e-12)).percentiles();

    // The mass of each half is proportional to its width.
    assertThat(found.median()).isGreaterThan(6.05);
    assertThat(found.high() - 6).isGreaterThan(3 * (6 - found.low()));
  }

  @Test
  void boundsCutOffTheirSide() {
    Posterior level = of(Kernel.range(4, 8, 0.02, 1e-9));

    assertThat(level.quantile(0.1)).isCloseTo(4.4, within(0.01));
    level.add(Kernel.atLeast(6, 0.02, 1e-9));
    assertThat(level.quantile(0.1)).isCloseTo(6.2, within(0.01));
    level.add(Kernel.atMost(7, 0.02, 1e-9));
    assertThat(level.quantile(0.9)).isCloseTo(6.9, within(0.01));
  }

  @Test
  void aNarrowRangeIsNearlyAPoint() {
    Percentiles found = of(Kernel.range(6, 6.02, 0.1, 1e-9)).percentiles();

    assertThat(found.median()).isCloseTo(6.01, within(0.005));
    assertThat(found.high() - found.low()).isBetween(0.1, 0.4);
  }

  @Test
  void anyOrderAnyPartitionAndAnySubtractionIsExact() {
    List<Kernel> kernels = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 40; i++) {
      double at = random.nextDouble() * 14;
      kernels.add(
          i % 2 == 0
              ? Kernel.point(at, 0.05 + random.nextDouble(), 0.1)
              : Kernel.atLeast(at, 0.1, 0.1));
    }
    Posterior all = of(kernels.toArray(Kernel[]::new));
    Collections.shuffle(kernels, random);
    Posterior merged =
        of(kernels.subList(0, 9).toArray(Kernel[]::new))
            .merge(of(kernels.subList(9, 40).toArray(Kernel[]::new)));
    assertThat(merged.percentiles()).isEqualTo(all.percentiles());

    kernels.subList(9, 40).forEach(merged::subtract);
    assertThat(merged.percentiles())
        .isEqualTo(of(kernels.subList(0, 9).toArray(Kernel[]::new)).percentiles());
  }

  @ParameterizedTest
  @CsvSource({"0.001", "0.1", "0.25", "0.5", "0.9", "0.999"})
  void whereNothingIsKnownQuantilesAreEven(double share) {
    assertThat(new Posterior().quantile(share)).isCloseTo(-2 + 16 * share, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"-2, -1.93255", "14, 13.93255"})
  void aFigureAtTheEndOfTheGridHasHalfItsBell(double end, double median) {
    assertThat(of(Kernel.point(end, 0.1, 1e-12)).quantile(0.5)).isCloseTo(median, within(1e-3));
  }

  @Test
  void everyKernelThatWasAddedCanBeTakenOut() {
    Posterior posterior = of(Kernel.told(6, 0.1, 0.1), Kernel.atMost(5, 0.2, 0.1));

    assertThat(
            posterior
                .subtract(Kernel.told(6, 0.1, 0.1))
                .subtract(Kernel.atMost(5, 0.2, 0.1))
                .percentiles())
        .isEqualTo(new Posterior().percentiles());
  }

  @Test
  void aHundredThousandVoicesDoNotOverflow() {
    Kernel kernel = Kernel.point(12.99, 0.06, 0.05);
    Posterior posterior = new Posterior();
    for (int i = 0; i < 100_000; i++) {
      posterior.add(kernel);
    }
    assertThat(posterior.percentiles().median()).isCloseTo(12.99, within(0.01));
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void aPriorIsWideAndOutweighedByOneFigure(Scope scope) {
    Posterior prior = of(Priors.of(scope));
    assertThat(prior.quantile(0.9) - prior.quantile(0.1)).isGreaterThan(5);

    prior.add(Kernel.point(7, 0.15, 0.05));
    assertThat(prior.quantile(0.5)).isCloseTo(7, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"5.4683473, 294000", "0, 1", "9.11394335, 1300000000", "-1, 0.1", "2.48, 302"})
  void amountsHaveThreeDigits(double log, BigDecimal amount) {
    assertThat(Percentiles.amount(log)).isEqualTo(amount);
  }
}
