package costwire.aggregate.evidence;

import static costwire.aggregate.SampleClaim.cost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import costwire.aggregate.SampleClaim;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How amounts are read and compared. A telling is "5", "~5", ">5", "<5" or "4..6". */
class FigureTest {
  private static @Nullable Figure read(SampleClaim claim) {
    return Figure.of(claim.build(), Subject.Kind.DOLLARS);
  }

  private static Figure figure(String told) {
    return Objects.requireNonNull(read(told(cost("a"), told)));
  }

  private static SampleClaim told(SampleClaim claim, String told) {
    int ends = told.indexOf("..");
    if (ends > 0) {
      return claim.between(told.substring(0, ends), told.substring(ends + 2));
    }
    return switch (told.charAt(0)) {
      case '~' -> claim.about(told.substring(1));
      case '>' -> claim.atLeast(told.substring(1));
      case '<' -> claim.atMost(told.substring(1));
      default -> claim.exactly(told);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "100, POINT, 2, 2, 2, false",
    "~100, POINT, 2, 2, 2, true",
    "100..10000, RANGE, 2, 4, 3, false",
    "10000..100, RANGE, 2, 4, 3, false",
    "100..100, POINT, 2, 2, 2, false",
    ">100, AT_LEAST, 2, Infinity, 2, false",
    "<100, AT_MOST, -Infinity, 2, 2, false"
  })
  void aTellingHasItsShape(
      String told, Figure.Shape shape, double low, double high, double centre, boolean about) {
    Figure figure = figure(told);

    assertThat(figure.shape()).isEqualTo(shape);
    assertThat(figure.logLow()).isEqualTo(low);
    assertThat(figure.logHigh()).isEqualTo(high);
    assertThat(figure.logCentre()).isCloseTo(centre, within(1e-12));
    assertThat(figure.about()).isEqualTo(about);
    assertThat(figure.isTwoSided())
        .isEqualTo(shape == Figure.Shape.POINT || shape == Figure.Shape.RANGE);
  }

  @ParameterizedTest
  @CsvSource({
    "DOLLARS, 1, 10000000000000",
    "RATE, 0.01, 10000",
    "CHIPS, 1, 1000000000",
    "HOURS, 0.02, 1000000",
    "CHIP_HOURS, 1, 10000000000000"
  })
  void whatNobodyCanMeanIsNoFigure(Subject.Kind kind, String least, String most) {
    assertThat(Figure.of(cost("a").exactly(least).build(), kind)).isNotNull();
    assertThat(Figure.of(cost("a").exactly(most).build(), kind)).isNotNull();
    assertThat(Figure.of(cost("a").exactly("0.009").build(), kind)).isNull();
    assertThat(Figure.of(cost("a").exactly(most + ".01").build(), kind)).isNull();
    assertThat(Figure.of(cost("a").between(least, most + ".01").build(), kind)).isNull();
    assertThat(Figure.of(cost("a").between("0.009", most).build(), kind)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "5576000, 5576000, true",
    "5576000, 5580000, true",
    "5576000, 5570000, true",
    "5576000, 5590000, false",
    "5576000, 5600000, true",
    "5580000, 5576000, false",
    "5576000, ~5600000, true",
    "5576000, >5600000, false",
    "5576000, <5576000, false",
    "1450000, 1000000, false",
    ">4000000, >4000000, true",
    ">4100000, >4000000, true",
    ">4000000, >6000000, false",
    "<4100000, <4000000, true",
    "<4000000, <6000000, false",
    "4100000..6100000, 4000000..6000000, true",
    "4100000..6100000, 4000000..6500000, false",
    "4100000..6100000, 4000000..9000000, false",
    "2100000..6100000, 4000000..6000000, false"
  })
  void aFigureIsToldByFewerOfItsDigits(String fine, String coarse, boolean same) {
    assertThat(figure(fine).isToldBy(figure(coarse))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000, 7.1, 0.1408, true",
    "1000000, 7.1, 0.1500, true",
    "1000000, 7.1, 0.1600, false",
    "1000000, 9.1, 0.1408, false"
  })
  void inAnotherCurrencyItIsTheSameWithinATenth(
      String dollars, String yuan, String rate, boolean same) {
    String told = new java.math.BigDecimal(yuan).movePointRight(6).toPlainString();
    Figure converted = Objects.requireNonNull(read(cost("b").exactly(told).in("CNY", rate)));

    assertThat(figure(dollars).isToldBy(converted)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "5000000, >4000000, true",
    "5000000, >5000000, true",
    "5000000, >5200000, true",
    "5000000, >5500000, false",
    "5000000, <6000000, true",
    "5000000, <4800000, true",
    "5000000, <4500000, false",
    "5000000, 4000000..6000000, true",
    "5000000, 1000000..2000000, false",
    "5000000, 8000000..9000000, false",
    "4900000..5100000, 4000000..6000000, false"
  })
  void aPointSatisfiesTheLimitsItLiesWithinOrNearly(String point, String limits, boolean within) {
    assertThat(figure(point).satisfies(figure(limits))).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({"5600000, false", "5580000, true", "0005580.00, true", "5580000..5590000, false"})
  void threeDigitsAreAFingerprint(String told, boolean fingerprint) {
    assertThat(figure(told).isFingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void aRangeHasTheDigitsOfItsCoarserEnd() {
    assertThat(figure("5..5.75").digits()).isEqualTo(1);
    assertThat(figure("5.75..6").digits()).isEqualTo(1);
  }
}
