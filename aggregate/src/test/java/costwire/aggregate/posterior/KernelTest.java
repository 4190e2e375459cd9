package costwire.aggregate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {
  private static final double ROOT_OF_TAU = StrictMath.sqrt(2 * Math.PI);

  private static double likelihood(Kernel kernel, double amount) {
    return StrictMath.exp(
        kernel.at((int) Math.round((amount - Grid.LEAST) / Grid.STEP)) / Kernel.ONE);
  }

  static Arguments[] densities() {
    return new Arguments[] {
      Arguments.of("point", Kernel.point(6, 0.1, 0.05)),
      Arguments.of("skewed", Kernel.skewed(6, 0.1, 0.3, 0.05)),
      Arguments.of("told", Kernel.told(6, 0.12, 0.05)),
      Arguments.of("narrow range", Kernel.range(6, 6.02, 0.1, 0.05)),
      Arguments.of("wide range", Kernel.range(3, 9, 0.1, 0.05))
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("densities")
  void aFigureSpreadsOneWholeOverThePowersOfTen(String name, Kernel kernel) {
    double whole =
        IntStream.range(0, Grid.SIZE)
            .mapToDouble(i -> StrictMath.exp(kernel.at(i) / Kernel.ONE) * Grid.STEP)
            .sum();

    assertThat(whole).isCloseTo(1, within(0.002));
    assertThat(likelihood(kernel, 13)).isCloseTo(0.05 / 16, within(1e-9));
    assertThat(likelihood(kernel, -1)).isCloseTo(0.05 / 16, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"6, 0", "6.1, 1", "5.8, 2", "6.3, 3"})
  void aPointFallsOffLikeANormalDensity(double amount, double widths) {
    double density = StrictMath.exp(-widths * widths / 2) / (ROOT_OF_TAU * 0.1);

    assertThat(likelihood(Kernel.point(6, 0.1, 0.05), amount))
        .isCloseTo(0.95 * density + 0.05 / 16, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"6, 6", "5.9, 6.3", "5.8, 6.6"})
  void aSkewedFigureIsAsLikelyAtSoManyWidthsOnEitherSide(double below, double above) {
    Kernel kernel = Kernel.skewed(6, 0.1, 0.3, 0.05);

    assertThat(likelihood(kernel, below)).isCloseTo(likelihood(kernel, above), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "5.69897, 0", "6, 0", "6.30103, 0", "6, 0.05", "6.30103, 0.05", "7, 0"})
  void aFigureInMoneyHasATenthOfItsWeightAboutHalfAndTwice(double amount, double garbage) {
    double honest = bell(amount - 6, 0.12);
    double stake = StrictMath.log10(2);
    double wide = Math.hypot(0.12, 0.15);
    double partisan = (bell(amount - 6 - stake, wide) + bell(amount - 6 + stake, wide)) / 2;
    double told = (1 - garbage) * (0.9 * honest + 0.1 * partisan) + garbage / 16;

    // Half and twice lie between points of the grid.
    double nearest = StrictMath.round(amount * 100) / 100.0;
    assertThat(likelihood(Kernel.told(6 + nearest - amount, 0.12, garbage), nearest))
        .isCloseTo(told, within(1e-6));
  }

  private static double bell(double off, double width) {
    return StrictMath.exp(-off * off / (2 * width * width)) / (ROOT_OF_TAU * width);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.05", "5.8, 0.0747", "6, 0.525", "6.2, 0.9753", "10, 1"})
  void aBoundIsAStepFromGarbageToOne(double amount, double likelihood) {
    // Two widths off, a logistic step of the spread of a normal one has 2.6 % left.
    assertThat(likelihood(Kernel.atLeast(6, 0.1, 0.05), amount))
        .isCloseTo(likelihood, within(1e-3));
    assertThat(likelihood(Kernel.atMost(6, 0.1, 0.05), 12 - amount))
        .isCloseTo(likelihood, within(1e-3));
  }

  @Test
  void aRangeIsLevelBetweenItsEndsAndHalfAsHighAtThem() {
    Kernel range = Kernel.range(4, 8, 0.02, 0.2);

    assertThat(likelihood(range, 6)).isCloseTo(0.8 / 4 + 0.2 / 16, within(1e-3));
    assertThat(likelihood(range, 4.5)).isCloseTo(likelihood(range, 7.5), within(1e-9));
    assertThat(likelihood(range, 4) - 0.2 / 16).isCloseTo(0.1, within(1e-3));
    assertThat(likelihood(range, 8) - 0.2 / 16).isCloseTo(0.1, within(1e-3));
    assertThat(likelihood(range, 3)).isCloseTo(0.2 / 16, within(1e-9));
  }
}
