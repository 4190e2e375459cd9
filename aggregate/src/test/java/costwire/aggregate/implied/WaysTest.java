package costwire.aggregate.implied;

import static costwire.aggregate.SampleClaim.chipHours;
import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import costwire.aggregate.Estimate.Implied;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimator;
import costwire.aggregate.SampleClaim;
import costwire.aggregate.Way;
import costwire.extract.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaysTest {
  private static Line line(SampleClaim... claims) {
    return Estimator.standard()
        .estimate("deepseek", Stream.of(claims).map(SampleClaim::build).toList(), null)
        .lines()
        .get(0);
  }

  private static Way way(Line line, Way.Kind kind) {
    return line.ways().stream().filter(way -> way.way() == kind).findFirst().orElseThrow();
  }

  @Test
  void aRunIsReckonedAsRentedAndAsOwned() {
    Line line = line(chips("a", "nvidia-h800").exactly("512"), hours("b").exactly("80"));

    assertThat(line.ways())
        .extracting(Way::way)
        .containsExactly(Way.Kind.RENTAL, Way.Kind.AMORTISED);
    assertThat(way(line, Way.Kind.RENTAL).best()).isEqualByComparingTo("81900");
    // 30,000 x 1.4 over 4.5 years of 8,760 hours, 70 % of them in use; 0.7 kW x 1.3 x 1.25 at 0.07.
    double hour = 42_000 / (4.5 * 8760 * 0.7) + 0.7 * 1.3 * 1.25 * 0.07;
    Way owned = way(line, Way.Kind.AMORTISED);
    assertThat(owned.best().doubleValue()).isCloseTo(40_960 * hour, within(50.0));
    assertThat(owned.low().doubleValue()).isBetween(0.45 * 40_960 * hour, 0.75 * 40_960 * hour);
    assertThat(owned.high().doubleValue()).isBetween(1.4 * 40_960 * hour, 2.2 * 40_960 * hour);
  }

  @Test
  void everyTermOfTheBookHasItsSource() {
    Line line = line(chipHours("a", "nvidia-h800").exactly("2788000").by("DeepSeek"));

    assertThat(way(line, Way.Kind.AMORTISED).terms())
        .extracting(Way.Term::name)
        .containsExactly(
            "chip-hours",
            "ownership",
            "purchase",
            "server",
            "life",
            "utilisation",
            "power",
            "draw",
            "pue",
            "electricity");
    assertThat(way(line, Way.Kind.AMORTISED).terms().subList(2, 10))
        .allSatisfy(term -> assertThat(term.source()).isNotBlank())
        .allSatisfy(term -> assertThat(term.low()).isLessThanOrEqualTo(term.best()))
        .allSatisfy(term -> assertThat(term.best()).isLessThanOrEqualTo(term.high()));
  }

  @Test
  void aChipWhosePowerNobodyRatesHasAWideOne() {
    Line line = line(chipHours("a", null).exactly("1000000"));

    assertThat(way(line, Way.Kind.AMORTISED).terms())
        .filteredOn(term -> term.name().equals("power"))
        .allSatisfy(term -> assertThat(term.low()).isLessThan(term.high()))
        .hasSize(1);
  }

  @Test
  void countsThatContradictEachOtherStayWithinAFactorOfTwoOfThem() {
    Line line =
        line(
            chips("a", "nvidia-h800").exactly("512").confidence(0.1),
            chips("b", "nvidia-h800").exactly("2000").confidence(0.1),
            hours("c").exactly("80").confidence(0.1));

    assertThat(way(line, Way.Kind.RENTAL).low().doubleValue()).isGreaterThan(256 * 40 * 1.2 / 2);
    assertThat(way(line, Way.Kind.RENTAL).high().doubleValue()).isLessThan(4000 * 160 * 3.2);
  }

  @Test
  void aMissingFactorAllowsNoWay() {
    assertThat(line(chips("a", "nvidia-h800").exactly("2048")).ways()).isEmpty();
    assertThat(line(cost("a").exactly("294000")).ways()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nvidia-a100 10000                                     | 125000000  | 10000",
        "nvidia-a100 10000, nvidia-h800 2000                   | 185000000  | 12000",
        "nvidia-a100 10000, nvidia-h800 2000, nvidia 12000     | 185000000  | 12000",
        "nvidia-h800 2000, nvidia-hopper 2000                  | 60000000   | 2000",
        "nvidia-hopper 50000, nvidia-a100 10000                | 1480000000 | 60000",
        "? 20000, nvidia-a100 10000                            | 395000000  | 20000",
        "? 8000, nvidia-a100 10000                             | 125000000  | 10000"
      })
  void differentChipsAddUpAndAFamilyHoldsItsMembers(String counts, String best, String chips) {
    Line line =
        line(Arrays.stream(counts.split(", ")).map(WaysTest::held).toArray(SampleClaim[]::new));

    Implied implied = Objects.requireNonNull(line.implied());
    assertThat(implied.best()).isEqualByComparingTo(best);
    assertThat(implied.chips()).isEqualByComparingTo(chips);
    assertThat(implied.low()).isLessThan(implied.best());
    assertThat(implied.high()).isGreaterThan(implied.best());
    assertThat(line.ways()).extracting(Way::way).containsExactly(Way.Kind.ACQUISITION);
  }

  private static SampleClaim held(String count) {
    List<String> words = List.of(count.split(" "));
    String chip = words.get(0).equals("?") ? null : words.get(0);
    return chips("c " + count, chip).exactly(words.get(1)).about("DeepSeek", null, Scope.HARDWARE);
  }
}
