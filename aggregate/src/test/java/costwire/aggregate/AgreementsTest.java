package costwire.aggregate;

import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Line;
import costwire.extract.Claim;
import costwire.extract.Stance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementsTest {
  private static Line line(SampleClaim... claims) {
    List<Claim> built = Stream.of(claims).map(SampleClaim::build).toList();
    return Estimator.standard().estimate("deepseek", built, null).lines().get(0);
  }

  // Two named sources mean the same up to 2 x 1.645 x 0.12 = 0.395 apart, a factor of 2.48.
  @ParameterizedTest
  @CsvSource({
    "5000000, A, 5400000, B, ASSERTED, CONSISTENT, 1.08",
    "5000000, A, 12300000, B, ASSERTED, CONSISTENT, 2.46",
    "5000000, A, 12500000, B, ASSERTED, DISPUTED, 2.5",
    "5000000, A, 24500000, B, ASSERTED, DISPUTED, 4.9",
    "5000000, A, 25500000, B, ASSERTED, CONTRADICTED, 5.1",
    "5000000, A, 25500000, A, ASSERTED, SINGLE_SOURCE, 5.1",
    "5000000, A, 5400000, B, DISPUTED, DISPUTED, 1.08",
    "5000000, A, 5400000, B, DENIED, DISPUTED, 1"
  })
  void sourcesAgreeOnDollarsAsFarAsTheyMayMeanTheSame(
      String one,
      String source,
      String other,
      String otherSource,
      Stance stance,
      Agreement agreement,
      BigDecimal spread) {
    Line line =
        line(
            cost("a").exactly(one).by(source),
            cost("b").exactly(other).by(otherSource).stance(stance));

    assertThat(line.agreement()).isEqualTo(agreement);
    assertThat(Objects.requireNonNull(line.spread())).isEqualByComparingTo(spread);
  }

  @ParameterizedTest
  @CsvSource({
    "512, 512, 80, 80, SINGLE_SOURCE",
    "512, 520, 80, 80, CONSISTENT",
    "512, 2048, 80, 80, CONTRADICTED",
    "512, 512, 80, 800, CONTRADICTED",
    "512, 900, 80, 81, DISPUTED",
    "512, 515, 80, 140, DISPUTED"
  })
  void withoutDollarsWhateverDiffersMostDecides(
      String chips, String otherChips, String hours, String otherHours, Agreement agreement) {
    Line line =
        line(
            chips("a", "nvidia-h800").exactly(chips).by("A"),
            chips("b", "nvidia-h800").exactly(otherChips).by("B"),
            hours("c").exactly(hours).by("A"),
            hours("d").exactly(otherHours).by(hours.equals(otherHours) ? "A" : "B"));

    assertThat(line.agreement()).isEqualTo(agreement);
    assertThat(line.spread()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"5000000, 10000000, 900000000, 2", ", 10000000, 900000000, 90", ", , 900000000, 1"})
  void spreadIsOfFiguresAndOfBoundsWhereThereIsNone(
      @Nullable String figure, @Nullable String other, String bound, BigDecimal spread) {
    SampleClaim third = cost("c").atMost(bound).by("C");
    SampleClaim second = other == null ? third : cost("b").exactly(other).by("B");
    SampleClaim first = figure == null ? third : cost("a").exactly(figure).by("A");
    if (figure == null && other != null) {
      second = cost("b").atLeast(other).by("B");
    }

    assertThat(Objects.requireNonNull(line(first, second, third).spread()))
        .isEqualByComparingTo(spread);
  }

  @ParameterizedTest
  @CsvSource({
    ">4000000, <9000000, 4000000, 9000000",
    ">9000000, <4000000, 4000000, 9000000",
    ">4000000, <4000000, 4000000, 4000000"
  })
  void endsThatCrossAreToldTheRightWayRound(
      String least, String most, BigDecimal low, BigDecimal high) {
    Line line =
        line(
            cost("a").atLeast(least.substring(1)).by("A"),
            cost("b").atMost(most.substring(1)).by("B"));

    assertThat(Objects.requireNonNull(line.stated()).low()).isEqualByComparingTo(low);
    assertThat(Objects.requireNonNull(line.stated()).high()).isEqualByComparingTo(high);
  }
}
