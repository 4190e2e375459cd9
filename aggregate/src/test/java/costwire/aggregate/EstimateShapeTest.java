package costwire.aggregate;

import static costwire.aggregate.SampleClaim.cost;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Group;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimate.Stated;
import costwire.extract.Affiliations.Member;
import costwire.extract.Claim;
import costwire.extract.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an estimate holds beside its figures. */
class EstimateShapeTest {
  private static final Estimator ESTIMATOR = Estimator.standard();

  @ParameterizedTest
  @CsvSource({
    "deepseek,        high-flyer, 0",
    "google,          alphabet,   1",
    "nobody-knows-it, '',         0"
  })
  void theGroupIsThatOfTheCompany(String company, String parent, int subsidiaries) {
    Group group = ESTIMATOR.estimate(company, List.of(), null).group();

    assertThat(Optional.ofNullable(group).map(Group::parent).map(Member::companyId).orElse(""))
        .isEqualTo(parent);
    assertThat(Optional.ofNullable(group).map(Group::subsidiaries).orElse(List.of()))
        .hasSizeGreaterThanOrEqualTo(subsidiaries);
    assertThat(group == null).isEqualTo(company.equals("nobody-knows-it"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "200, 200", "201, 200", "230, 200"})
  void aLineListsItsClaimsUpToALimitAndCountsThemAll(int voices, int listed) {
    List<Claim> claims =
        IntStream.rangeClosed(1, voices)
            .mapToObj(i -> cost("c" + i).exactly(i + "000000").by("Source " + i).build())
            .toList();

    assertThat(ESTIMATOR.estimate("deepseek", claims, null).lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.evidence()).hasSize(listed).allMatch(Evidence::counts);
              assertThat(line.stated()).extracting(Stated::claims).isEqualTo(voices);
            });
  }

  @Test
  void onlyTheLinesThatAreAskedForAreLeft() {
    Claim run = cost("run").exactly("5000000").build();
    Claim machine = cost("machine").exactly("70000000").scope(Scope.HARDWARE).build();
    Estimate both = ESTIMATOR.estimate("deepseek", List.of(run, machine), null);

    assertThat(both.only(line -> line.scope() == Scope.HARDWARE).lines())
        .extracting(Line::scope)
        .containsExactly(Scope.HARDWARE);
    assertThat(both.only(line -> true)).isEqualTo(both);
  }
}
