package costwire.aggregate.reconcile;

import static costwire.aggregate.SampleClaim.chipHours;
import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static costwire.aggregate.SampleEstimates.built;
import static costwire.aggregate.reconcile.TrainingRunLine.line;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimator;
import costwire.aggregate.Finding;
import costwire.aggregate.Finding.Kind;
import costwire.aggregate.SampleClaim;
import costwire.extract.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums held against what the chips and hours told beside them cost. */
class PriceBandTest {
  /** A cost, chips and hours of one run; what is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "294000  | 512 | 80  | $294,000 for 512 H800 and 80 hours implies $7.18 per chip-hour,"
            + " against 1.4-3.2: about 106,000 chip-hours are missing",
        "81920   | 512 | 80  | -",
        "125000  | 512 | 80  | -",
        "20000   | 512 | 80  | $20,000 for 512 H800 and 80 hours implies $0.488 per chip-hour,"
            + " against 1.4-3.2: about $61,900 are missing",
        "15000000| 512 | 80  | $15 million for 512 H800 and 80 hours implies $366 per chip-hour,"
            + " against 1.4-3.2: the sum buys the chips, it does not rent them",
        "9000000 | 512 | 80  | $9 million for 512 H800 and 80 hours implies $220 per chip-hour,"
            + " against 1.4-3.2: the sum must cover more than this"
      })
  void aPriceThatNobodyAsksIsSaidWithWhatIsMissing(
      String cost, String chips, String hours, String found) {
    Line line =
        line(
            cost("a").exactly(cost).by("DeepSeek"),
            chips("b", "nvidia-h800").exactly(chips),
            hours("c").exactly(hours));

    assertThat(line.findings())
        .extracting(Finding::sentence)
        .containsExactlyElementsOf(found == null ? List.of() : List.of(found));
    assertThat(line.findings()).allMatch(f -> f.claims().equals(List.of("a", "b", "c")));
  }

  @Test
  void chipHoursAreHeldAgainstCostsAsTold() {
    Line line =
        line(
            cost("a").atLeast("100000000").by("Sam Altman"),
            chipHours("b", "nvidia-h800").exactly("2788000").by("DeepSeek"));

    assertThat(line.findings()).hasSize(1);
    assertThat(line.findings().get(0).kind()).isEqualTo(Kind.PRICE_ABOVE_BAND);
    assertThat(line.findings().get(0).sentence())
        .startsWith("more than $100 million for 2,788,000 H800 chip-hours implies $35.9");
  }

  @Test
  void anArticleOfNoModelIsHeldAgainstItself() {
    SampleClaim[] one = {
      cost("a").exactly("500000").article("x", "s"),
      chips("b", "nvidia-h100").exactly("100").article("x", "s"),
      hours("c").exactly("100").article("x", "s"),
      cost("d").exactly("20000").article("y", "t"),
      chips("e", "nvidia-h100").exactly("100").article("y", "t"),
      hours("f").exactly("100").article("y", "t")
    };
    for (SampleClaim claim : one) {
      claim.about("DeepSeek", null, Scope.TRAINING_RUN);
    }

    assertThat(line(one).findings()).hasSize(1);
    assertThat(line(one).findings().get(0).claims()).containsExactly("a", "b", "c");
  }

  @Test
  void whatAnArticleSaysOfNoModelGoesWithTheOnlyOneThatItNames() {
    SampleClaim sum = cost("a").exactly("294000").by("DeepSeek").article("x", "one");
    SampleClaim chips = chips("b", "nvidia-h800").exactly("512").article("x", "two");
    SampleClaim hours =
        hours("c").exactly("80").about("DeepSeek", null, Scope.TRAINING_RUN).article("x", "three");
    SampleClaim other =
        cost("d")
            .exactly("5576000")
            .about("DeepSeek", "DeepSeek-V3", Scope.TRAINING_RUN)
            .article("x", "four");

    assertThat(found(sum, chips, hours))
        .containsExactly(
            "$294,000 for 512 H800 and 80 hours implies $7.18 per chip-hour,"
                + " against 1.4-3.2: about 106,000 chip-hours are missing");
    assertThat(found(sum, chips, hours, other)).isEmpty();
  }

  private static List<String> found(SampleClaim... claims) {
    return Estimator.standard().estimate("deepseek", built(claims), null).lines().stream()
        .flatMap(line -> line.findings().stream())
        .map(Finding::sentence)
        .toList();
  }
}
