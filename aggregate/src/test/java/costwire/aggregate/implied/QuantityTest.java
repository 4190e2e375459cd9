package costwire.aggregate.implied;

import static costwire.aggregate.SampleClaim.chips;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import costwire.aggregate.SampleClaim;
import costwire.aggregate.evidence.EvidenceBase;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.LineKey;
import costwire.aggregate.evidence.Roll;
import costwire.aggregate.evidence.Subject;
import costwire.extract.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several sources' counts come to. A telling is "5", ">5", "<5" or "4..6". */
class QuantityTest {
  private static Quantity quantity(String... tellings) {
    List<Claim> claims = new ArrayList<>();
    for (String telling : tellings) {
      SampleClaim claim = chips("c" + claims.size(), null).by("Source " + claims.size());
      claims.add(told(claim, telling).build());
    }
    EvidenceBase base = EvidenceBase.of("deepseek", claims);
    Ledger ledger = Ledger.of(Roll.of(base, LineKey.of(claims.get(0)), "DeepSeek"));
    Subject subject = new Subject(Subject.Kind.CHIPS, null);
    return Objects.requireNonNull(Quantity.of(ledger.counting(subject), Subject.Kind.CHIPS));
  }

  private static SampleClaim told(SampleClaim claim, String told) {
    int ends = told.indexOf("..");
    if (ends > 0) {
      return claim.between(told.substring(0, ends), told.substring(ends + 2));
    }
    return switch (told.charAt(0)) {
      case '>' -> claim.atLeast(told.substring(1));
      case '<' -> claim.atMost(told.substring(1));
      default -> claim.exactly(told);
    };
  }

  @ParameterizedTest
  @CsvSource({
    ">10000, >20000, 20000, 0.02, 0.30103",
    ">20000, >10000, 20000, 0.02, 0.30103",
    ">10000, <30000, 10000, 0.02, 0.30103",
    "<30000, >10000, 10000, 0.02, 0.30103",
    "<10000, <30000, 10000, 0.30103, 0.02",
    "<30000, <10000, 10000, 0.30103, 0.02"
  })
  void boundsAloneLieWithinAFactorOfTwoOfTheTightest(
      String one, String other, BigDecimal best, double below, double above) {
    assertThat(quantity(one, other)).isEqualTo(new Quantity(best, below, above));
  }

  @ParameterizedTest
  @CsvSource({"512, 520, 530, 520", "512, 700, 520, 520", "512, 514, 400..600, 512"})
  void theBestIsWhatSomebodyToldNearestTheMiddle(
      String one, String two, String three, BigDecimal best) {
    assertThat(quantity(one, two, three).best()).isEqualByComparingTo(best);
  }

  @Test
  void aRangeAloneHasItsGeometricMiddle() {
    Quantity quantity = quantity("100..10000");

    assertThat(quantity.best().doubleValue()).isCloseTo(1000, within(60.0));
    assertThat(quantity.below()).isCloseTo(0.8, within(0.1));
    assertThat(quantity.above()).isCloseTo(0.8, within(0.1));
  }

  @Test
  void oneTellingIsAsWideAsItsSource() {
    Quantity quantity = quantity("512");

    assertThat(quantity.best()).isEqualByComparingTo("512");
    assertThat(quantity.below()).isCloseTo(0.064, within(0.02));
    assertThat(quantity.above()).isCloseTo(quantity.below(), within(0.01));
  }

  @Test
  void nobodysCountIsNone() {
    assertThat(Quantity.of(List.of(), Subject.Kind.CHIPS)).isNull();
  }
}
