package costwire.aggregate;

import static costwire.aggregate.SampleClaim.chipHours;
import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static costwire.aggregate.SampleEstimates.ESTIMATOR;
import static costwire.aggregate.SampleEstimates.built;
import static costwire.aggregate.SampleEstimates.estimate;
import static costwire.aggregate.SampleEstimates.line;
import static costwire.aggregate.SampleEstimates.number;
import static costwire.aggregate.SampleEstimates.usd;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Implied;
import costwire.aggregate.Estimate.Line;
import costwire.extract.Claim;
import costwire.extract.Scope;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chips, hours and prices come to. */
class ImpliedCostTest {
  @Test
  void chipsAndHoursOfDifferentArticlesOnOneModelGiveTheImpliedCost() {
    Line line =
        line(
            chips("a", "nvidia-h800").exactly("512").printedBy("one.example"),
            hours("b").exactly("80").printedBy("two.example"),
            cost("c").exactly("294000").by("DeepSeek"));

    Implied implied = Objects.requireNonNull(line.implied());
    assertThat(implied.chipHours()).isEqualByComparingTo("40960");
    assertThat(implied.best()).isEqualByComparingTo("81900");
    assertThat(number(implied.low())).isBetween(50_000.0, 60_000.0);
    assertThat(number(implied.high())).isBetween(120_000.0, 150_000.0);
    // What is said stands by itself, so that the two can be compared.
    assertThat(line.usd()).isEqualTo(line(cost("c").exactly("294000").by("DeepSeek")).usd());
  }

  @Test
  void whereNobodyNamesAPriceTheImpliedCostIsTheEstimate() {
    Line line = line(chipHours("a", "nvidia-h800").exactly("2788000").by("DeepSeek"));

    Implied implied = Objects.requireNonNull(line.implied());
    assertThat(implied.best()).isEqualByComparingTo("5580000");
    assertThat(number(usd(line).best())).isBetween(5e6, 6.6e6);
    assertThat(line.stated()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "9.04", "18.4", "64"})
  void aSmallRunIsNotTakenForAMisreading(String chipHours) {
    Line line =
        line(chipHours("a", "nvidia-a100").exactly(chipHours).by("MosaicML").on("2023-03-09"));

    Implied implied = Objects.requireNonNull(line.implied());
    assertThat(number(usd(line).low()))
        .isBetween(number(implied.low()) / 1.3, number(implied.best()));
    assertThat(number(usd(line).high()))
        .isBetween(number(implied.best()), number(implied.high()) * 1.3);
  }

  @Test
  void whoSaysMoreThanWhatIsImpliedKnowsOfMore() {
    SampleClaim held = chips("a", "nvidia-a100").exactly("10000").scope(Scope.HARDWARE);
    SampleClaim below = cost("b").atLeast("90000000").by("SemiAnalysis").scope(Scope.HARDWARE);
    SampleClaim beyond = cost("c").atLeast("500000000").by("SemiAnalysis").scope(Scope.HARDWARE);

    assertThat(number(usd(line(held, below)).best())).isBetween(1.2e8, 1.8e8);
    assertThat(number(usd(line(held, beyond)).low())).isGreaterThan(4e8);
  }

  @Test
  void aStatedPricePerChipHourReplacesTheBook() {
    Line line =
        line(
            chipHours("a", "nvidia-h800").exactly("1000000"),
            cost("b").exactly("3").per("chip-hour", "nvidia-h800"));

    assertThat(Objects.requireNonNull(line.implied()).best()).isEqualByComparingTo("3000000");
    assertThat(line.stated()).isNull();
  }

  @Test
  void aMissingFactorImpliesNothing() {
    assertThat(line(chips("a", "nvidia-h800").exactly("2048")).implied()).isNull();
    assertThat(line(hours("a").exactly("80")).implied()).isNull();
    assertThat(line(chips("a", "nvidia-h800").exactly("2048")).usd()).isNull();
  }

  @Test
  void chipsAndHoursOfNoModelAreMultipliedWithinOneArticleOnly() {
    SampleClaim chips =
        chips("a", "nvidia-a100").exactly("64").about("DeepSeek", null, Scope.TRAINING_RUN);
    SampleClaim hours = hours("b").exactly("72").about("DeepSeek", null, Scope.TRAINING_RUN);

    assertThat(line(chips, hours).implied()).isNull();
    chips.article("x", "one");
    hours.article("x", "two");
    assertThat(Objects.requireNonNull(line(chips, hours).implied()).chipHours())
        .isEqualByComparingTo("4608");
  }

  @Test
  void hardwareIsChipsTimesPurchasePrice() {
    Line line =
        line(chips("a", "nvidia-a100").exactly("10000").about("DeepSeek", null, Scope.HARDWARE));

    Implied implied = Objects.requireNonNull(line.implied());
    assertThat(implied.best()).isEqualByComparingTo("125000000");
    assertThat(implied.hours()).isNull();
    assertThat(implied.ratePerHour()).isNull();
  }

  @Test
  void aRunLooksForItsChipsAmongTheModelsOtherLines() {
    SampleClaim hours = hours("a").exactly("80");
    SampleClaim bought = chips("b", "nvidia-h800").exactly("2048").scope(Scope.HARDWARE);
    SampleClaim used = chips("c", "nvidia-h800").exactly("512").scope(Scope.UNSPECIFIED);

    assertThat(chipHoursOf(Scope.TRAINING_RUN, hours, bought)).isEqualByComparingTo("163840");
    assertThat(chipHoursOf(Scope.TRAINING_RUN, hours, bought, used)).isEqualByComparingTo("40960");
    assertThat(chipHoursOf(Scope.DEVELOPMENT, hours.scope(Scope.DEVELOPMENT), bought)).isNull();
  }

  private static @Nullable BigDecimal chipHoursOf(Scope scope, SampleClaim... claims) {
    return estimate(claims).lines().stream()
        .filter(line -> line.scope() == scope)
        .map(Line::implied)
        .filter(Objects::nonNull)
        .map(Implied::chipHours)
        .findFirst()
        .orElse(null);
  }

  @Test
  void theOldestArticleThatTellsOfARunImpliesItsCost() {
    SampleClaim late = nameless("a", "1000000", "2025-03-01");
    SampleClaim early = nameless("b", "2000000", "2025-01-01");
    SampleClaim undated = nameless("0", "3000000", null);

    assertThat(chipHoursOf(Scope.TRAINING_RUN, late, early, undated))
        .isEqualByComparingTo("2000000");
  }

  private static SampleClaim nameless(String id, String chipHours, @Nullable String day) {
    return chipHours(id, null)
        .exactly(chipHours)
        .about("DeepSeek", null, Scope.TRAINING_RUN)
        .on(day);
  }

  @Test
  void usersPriceTheirOwnChips() throws IOException {
    String row = "nvidia-h800,2020-01-01,rental,9,10,11,our bill";
    List<Claim> claims = built(chipHours("a", "nvidia-h800").exactly("1000"));

    for (Estimator own :
        List.of(
            Estimator.pricedBy(new StringReader(row)),
            ESTIMATOR.withPrices(new StringReader(row)))) {
      Line line = own.estimate("deepseek", claims, null).lines().get(0);
      assertThat(Objects.requireNonNull(line.implied()).best()).isEqualByComparingTo("10000");
    }
  }
}
