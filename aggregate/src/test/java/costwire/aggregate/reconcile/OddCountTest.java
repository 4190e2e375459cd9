package costwire.aggregate.reconcile;

import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.hours;
import static costwire.aggregate.reconcile.TrainingRunLine.line;
import static costwire.aggregate.reconcile.TrainingRunLine.weight;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimator;
import costwire.aggregate.Finding;
import costwire.aggregate.Finding.Kind;
import costwire.aggregate.SampleClaim;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.stream.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of one run that several tell otherwise. */
class OddCountTest {
  @Test
  void anOddCountOfOneRunWeighsNothingWhereSeveralAgree() {
    SampleClaim[] agreed = {
      chips("a", "nvidia-h800").exactly("512").printedBy("one.example"),
      chips("b", "nvidia-h800").exactly("512").printedBy("two.example"),
      hours("c").exactly("80").printedBy("one.example")
    };
    Line before = line(agreed);
    Line after =
        line(
            agreed[0],
            agreed[1],
            agreed[2],
            chips("d", null).exactly("648").printedBy("x.example"));

    assertThat(after.implied()).isEqualTo(before.implied());
    assertThat(weight(after, "d")).isZero();
    assertThat(after.findings())
        .containsExactly(
            new Finding(
                Kind.ODD_COUNT,
                "648 chips are told once, 512 chips by 2: the odd count weighs nothing",
                List.of("d")));
  }

  /**
   * Counts as {@code measure: chip or - figure @ outlet}, the scope, and the claims that weigh
   * nothing.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "hours: x 80 @ a, hours: x 80 @ b, hours: x 90 @ c              | training-run | 2",
        "hours: x 80 @ a, hours: x 80 @ b, hours: x 84 @ c              | training-run | -",
        "hours: x 80 @ a, hours: x 80 @ b, hours: x 90 @ c, hours: x 90 @ d | training-run | -",
        "hours: x 80 @ a, hours: x 80 @ b, hours: x 90 @ c, hours: x 9 @ d | training-run | 2 3",
        "chips: nvidia-h800 512 @ a, chips: nvidia-h800 512 @ b, chips: nvidia-h800 648 @ c"
            + " | training-run | 2",
        "chips: nvidia-h800 512 @ a, chips: nvidia-h800 512 @ b, chips: nvidia-h800 648 @ c"
            + " | hardware | -",
        // With two chips named, each is counted by itself, and what is not named with neither.
        "chips: nvidia-h800 512 @ a, chips: nvidia-h800 512 @ b, chips: nvidia-a100 648 @ c"
            + " | training-run | -",
        "chips: nvidia-h800 512 @ a, chips: nvidia-h800 512 @ b, chips: nvidia-a100 9 @ c,"
            + " chips: nvidia-h800 648 @ d | training-run | 3",
        "chips: nvidia-h800 512 @ a, chips: nvidia-h800 512 @ b, chips: nvidia-a100 9 @ c,"
            + " chips: - 648 @ d | training-run | -",
        // A count at another power of ten is a slip in any scope.
        "chips: nvidia-h800 2048 @ a, chips: nvidia-h800 2048 @ b, chips: nvidia-h800 20480 @ c"
            + " | hardware | 2"
      })
  void oddCountsAreThoseOfASingleRun(String told, String scope, @Nullable String struck) {
    Scope what = Json.mapper().convertValue(scope, Scope.class);
    List<Claim> claims = new ArrayList<>();
    for (String count : told.split(", *", -1)) {
      String[] words = count.split("[: @]+", -1);
      String id = String.valueOf(claims.size());
      SampleClaim claim =
          words[0].equals("hours") ? hours(id) : chips(id, words[1].equals("-") ? null : words[1]);
      claims.add(claim.exactly(words[2]).printedBy(words[3]).scope(what).build());
    }

    List<String> weightless =
        Estimator.standard().estimate("deepseek", claims, null).lines().get(0).evidence().stream()
            .filter(evidence -> evidence.weight().signum() == 0)
            .filter(evidence -> Objects.requireNonNull(evidence.voice()).contains(": "))
            .map(Evidence::claim)
            .filter(claim -> isStruck(claims, claim))
            .sorted()
            .toList();

    assertThat(weightless).isEqualTo(struck == null ? List.of() : List.of(struck.split(" ", -1)));
  }

  /** Whether a finding names it. */
  private static boolean isStruck(List<Claim> claims, String claim) {
    return Estimator.standard()
        .estimate("deepseek", claims, null)
        .lines()
        .get(0)
        .findings()
        .stream()
        .anyMatch(finding -> finding.claims().contains(claim));
  }

  @Test
  void oneCountAgainstOneIsNotOdd() {
    Line line =
        line(
            chips("a", "nvidia-h800").exactly("512").printedBy("one.example"),
            chips("b", "nvidia-h800").exactly("648").printedBy("two.example"));

    assertThat(line.findings()).isEmpty();
    assertThat(line.evidence()).allMatch(evidence -> evidence.weight().signum() > 0);
  }
}
