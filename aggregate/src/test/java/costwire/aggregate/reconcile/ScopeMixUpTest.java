package costwire.aggregate.reconcile;

import static costwire.aggregate.SampleClaim.chipHours;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.reconcile.TrainingRunLine.best;
import static costwire.aggregate.reconcile.TrainingRunLine.line;
import static costwire.aggregate.reconcile.TrainingRunLine.weight;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Finding;
import costwire.aggregate.Finding.Kind;
import costwire.aggregate.SampleClaim;
import costwire.extract.Claim;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hardware cost, told as the cost of a run. */
class ScopeMixUpTest {
  @Test
  void whatHardwareCostToldAsARunWeighsAFifth() {
    SampleClaim[] run = {
      cost("a").exactly("5600000").by("A"), cost("b").exactly("5300000").by("B"),
    };
    SampleClaim mixed = cost("c").exactly("1600000000").by("C");
    SampleClaim hardware =
        cost("d").about("1600000000").by("SemiAnalysis").about("DeepSeek", null, Scope.HARDWARE);
    Line line = line(run[0], run[1], mixed, hardware);

    assertThat(weight(line, "c")).isEqualByComparingTo("0.2");
    assertThat(weight(line(run[0], run[1], mixed), "c")).isEqualByComparingTo("1");
    assertThat(best(line)).isBetween(0.95 * best(line(run)), 1.05 * best(line(run)));
    assertThat(line.findings())
        .filteredOn(finding -> finding.kind() == Kind.SCOPE_MIX_UP)
        .extracting(Finding::claims)
        .containsExactly(List.of("c"));
  }

  /**
   * The run's figures, the first of which is looked at, and the hardware's, in millions, each of a
   * source of its own; chip-hours in millions where told; the weight of the first.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1600 5.6 5.3 | 1600  | -   | 0.2",
        "1600 5.6 5.3 | 1550  | -   | 0.2",
        "1550 5.6 5.3 | 1600  | -   | 0.2",
        "1600 5.6 5.3 | 1300  | -   | 1",
        "1600 5.6 5.3 | -     | -   | 1",
        "55 5.6 5.3   | 55    | -   | 1",
        "57 5.6 5.3   | 57    | -   | 0.2",
        // The lower median: half of the figures cannot raise it.
        "1600 1700 5.6 5.3 | 1600 | - | 0.2",
        "1600 1700 1800 5.3 | 1600 | - | 1",
        // A lone figure is held against the implied cost, if there is one.
        "1600         | 1600  | -   | 1",
        "1600         | 1600  | 2.8 | 0.2",
        "40           | 40    | 2.8 | 1"
      })
  void aRunsFigureThatIsTheHardwaresWeighsAFifthWhereItIsFarAboveTheOthers(
      String run, @Nullable String hardware, @Nullable String chipHours, BigDecimal weight) {
    List<Claim> claims = new ArrayList<>();
    for (String figure : run.split(" ", -1)) {
      String id = String.valueOf(claims.size());
      claims.add(cost(id).exactly(figure + "e6").by("Source " + id).build());
    }
    if (hardware != null) {
      SampleClaim bought = cost("h").exactly(hardware + "e6").by("H");
      claims.add(bought.about("DeepSeek", null, Scope.HARDWARE).build());
    }
    if (chipHours != null) {
      claims.add(chipHours("hours", "nvidia-h800").exactly(chipHours + "e6").build());
    }

    assertThat(weight(line(claims), "0")).isEqualByComparingTo(weight);
  }

  @Test
  void oneMisplacedClaimDoesNotMoveTheMedianOfFour() {
    SampleClaim[] sane = {
      cost("a").atLeast("100000000").by("Sam Altman"),
      cost("b").about("78000000").by("Stanford University"),
      cost("c").about("100000000").by("A"),
      cost("d").about("110000000").by("B")
    };
    Line before = line(sane);
    Line after = line(sane[0], sane[1], sane[2], sane[3], cost("e").exactly("1200000000").by("C"));

    assertThat(best(after)).isBetween(0.95 * best(before), 1.05 * best(before));
  }
}
