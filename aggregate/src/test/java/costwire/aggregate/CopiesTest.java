package costwire.aggregate;

import static costwire.aggregate.SampleClaim.cost;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimate.Stated;
import costwire.extract.Claim;
import costwire.extract.Stance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an agency's report counts that fifty outlets print. */
class CopiesTest {
  private static final Estimator ESTIMATOR = Estimator.standard();

  private static SampleClaim report(String outlet, String article) {
    return cost("claim-" + article).printedBy(outlet).article(article, "sentence of " + article);
  }

  /** The agency's bound, and fifty copies of it from outlets with names of their own. */
  private static List<Claim> reprinted(int copies) {
    List<Claim> claims = new ArrayList<>();
    claims.add(report("agency.example", "root").atLeast("5000000").on("2025-09-18").build());
    for (int i = 0; i < copies; i++) {
      String original = i < 2 ? "root" : "copy-" + (i - 1);
      claims.add(
          report("outlet-" + i + ".example", "copy-" + i)
              .atLeast(i % 2 == 0 ? "5000000" : "4000000")
              .on("2025-09-19")
              .copyOf(original)
              .build());
    }
    return claims;
  }

  private static Line line(List<Claim> claims) {
    return ESTIMATOR.estimate("deepseek", claims, null).lines().get(0);
  }

  private static Stated stated(List<Claim> claims) {
    return Objects.requireNonNull(line(claims).stated());
  }

  @Test
  void copiesAreOneVoiceWithManyMentions() {
    Stated stated = stated(reprinted(50));

    assertThat(stated.claimants()).isEqualTo(1);
    assertThat(stated.mentions()).isEqualTo(51);
  }

  @Test
  void withoutLinksTheyWouldBeMany() {
    List<Claim> unlinked = reprinted(50).stream().map(claim -> claim.ofCopy(null)).toList();

    assertThat(stated(unlinked).claimants()).isGreaterThan(1);
  }

  @Test
  void theVoiceIsThatOfTheFirstOutletWhicheverCopiesHaveClaims() {
    List<Claim> rootless = reprinted(6).subList(1, 7);

    assertThat(stated(rootless).claimants()).isEqualTo(1);
  }

  @Test
  void aHundredCopiesOfADoubtDoubtNoMoreThanOne() {
    List<Claim> claims = new ArrayList<>();
    claims.add(report("one.example", "said").exactly("5576000").build());
    claims.add(report("two.example", "doubted").exactly("5576000").stance(Stance.DISPUTED).build());
    Line before = line(claims);
    for (int i = 0; i < 100; i++) {
      claims.add(
          report("outlet-" + i + ".example", "copy-" + i)
              .exactly("5576000")
              .stance(Stance.DISPUTED)
              .on("2025-09-19")
              .copyOf("doubted")
              .build());
    }

    assertThat(line(claims).usd()).isEqualTo(before.usd());
    assertThat(line(claims).evidence().get(0)).isEqualTo(before.evidence().get(0));
    assertThat(stated(claims).mentions()).isEqualTo(102);
  }

  @Test
  void aRetractedCopyLeavesNothingBehind() {
    List<Claim> claims = reprinted(20);
    Estimate without = ESTIMATOR.estimate("deepseek", claims.subList(0, 15), null);
    List<Claim> retracted = new ArrayList<>(claims);
    claims.subList(15, claims.size()).forEach(claim -> retracted.add(claim.retraction()));
    Collections.shuffle(retracted, new Random(3));

    assertThat(ESTIMATOR.estimate("deepseek", retracted, null)).isEqualTo(without);
  }
}
