package costwire.aggregate.implied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether widths that add like the sides of a right angle hold as many truths as they say. Each
 * factor is drawn as its band puts it: half of the draws on either side of the best, one in ten
 * beyond either end.
 */
class QuantityCoverageTest {
  private static final int DRAWS = 20_000;

  /** From the median of a normal distribution to its 90th percentile. */
  private static final double TO_A_TENTH = 1.2815515655446004;

  /** From its 90th percentile to its 95th, in half-widths. */
  private static final double TO_NINETY = 1.6448536269514722 / TO_A_TENTH;

  @ParameterizedTest
  @CsvSource({
    // A price of each shape with what its makers count.
    "1.15 1.90 3.20 | 9350 10000 10690, 0.01",
    "1.00 2.40 3.10 | 9350 10000 10690, 0.01",
    "0.60 1.60 2.20 | 490 512 535 | 76 80 84, 0.01",
    "2.00 3.20 8.00 | 490 512 535 | 76 80 84, 0.01",
    // "More than 10,000" is the best and the low end at once: a little too wide.
    "1.60 2.40 3.60 | 9550 10000 20000, 0.04",
    "1.00 2.40 3.10 | 9550 10000 20000, 0.05",
    "9000 12500 22000 | 1 1 1.6, 0.03"
  })
  void anIntervalOfAProductHoldsEightTenths(String factors, double off) {
    assertCoverage(factors, Quantity::times, (one, other) -> one * other, off);
  }

  @ParameterizedTest
  @CsvSource({
    "9000 12500 22000 | 22000 27000 38000, 0.02",
    "0.8 1.4 2.5 | 0.08 0.15 0.3, 0.02",
    // Three sums skewed alike: a little too narrow.
    "9000 12500 22000 | 9000 12500 22000 | 9000 12500 22000, 0.03"
  })
  void anIntervalOfASumHoldsEightTenths(String terms, double off) {
    assertCoverage(terms, Quantity::plus, Double::sum, off);
  }

  private static void assertCoverage(
      String bands, BinaryOperator<Quantity> together, DoubleBinaryOperator truth, double off) {
    List<Quantity> quantities =
        Arrays.stream(bands.split(" \\| ")).map(QuantityCoverageTest::band).toList();
    Quantity whole = quantities.stream().reduce(together).orElseThrow();
    Random random = new Random(20260102);
    int eight = 0;
    int nine = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double amount =
          quantities.stream().mapToDouble(q -> drawn(q, random)).reduce(truth).orElseThrow();
      double away = StrictMath.log10(amount) - StrictMath.log10(whole.best().doubleValue());
      double halfWidths = away < 0 ? -away / whole.below() : away / whole.above();
      eight += halfWidths <= 1 ? 1 : 0;
      nine += halfWidths <= TO_NINETY ? 1 : 0;
    }
    // The standard error is 0.3 %.
    assertThat(eight / (double) DRAWS).as("of 80 %").isCloseTo(0.8, within(off));
    assertThat(nine / (double) DRAWS).as("of 90 %").isCloseTo(0.9, within(off));
  }

  private static Quantity band(String ends) {
    String[] band = ends.split(" ");
    return Quantity.of(new BigDecimal(band[0]), new BigDecimal(band[1]), new BigDecimal(band[2]));
  }

  private static double drawn(Quantity quantity, Random random) {
    double off = random.nextGaussian() / TO_A_TENTH;
    return quantity.best().doubleValue()
        * StrictMath.pow(10, off * (off < 0 ? quantity.below() : quantity.above()));
  }
}
