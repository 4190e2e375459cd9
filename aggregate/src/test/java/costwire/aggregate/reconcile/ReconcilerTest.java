package costwire.aggregate.reconcile;

import static costwire.aggregate.SampleClaim.chipHours;
import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimator;
import costwire.aggregate.Finding;
import costwire.aggregate.Finding.Kind;
import costwire.aggregate.SampleClaim;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.stream.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcilerTest {
  private static List<Claim> built(SampleClaim... claims) {
    return Stream.of(claims).map(SampleClaim::build).toList();
  }

  private static Line line(List<Claim> claims) {
    return Estimator.standard().estimate("deepseek", claims, null).lines().stream()
        .filter(line -> line.scope() == Scope.TRAINING_RUN)
        .findFirst()
        .orElseThrow();
  }

  private static Line line(SampleClaim... claims) {
    return line(built(claims));
  }

  private static BigDecimal weight(Line line, String claim) {
    return line.evidence().stream()
        .filter(evidence -> evidence.claim().equals(claim))
        .map(Evidence::weight)
        .findFirst()
        .orElseThrow();
  }

  private static double best(Line line) {
    return Objects.requireNonNull(Objects.requireNonNull(line.usd()).best()).doubleValue();
  }

  /** A cost, chips and hours of one run; what is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "294000  | 512 | 80  | $294,000 for 512 H800 and 80 hours implies $7.18 per chip-hour,"
            + " against 1.2-4.5: about 106,000 chip-hours are missing",
        "81920   | 512 | 80  | -",
        "180000  | 512 | 80  | -",
        "20000   | 512 | 80  | $20,000 for 512 H800 and 80 hours implies $0.488 per chip-hour,"
            + " against 1.2-4.5: about $61,900 are missing",
        "15000000| 512 | 80  | $15 million for 512 H800 and 80 hours implies $366 per chip-hour,"
            + " against 1.2-4.5: the sum buys the chips, it does not rent them",
        "9000000 | 512 | 80  | $9 million for 512 H800 and 80 hours implies $220 per chip-hour,"
            + " against 1.2-4.5: the sum must cover more than this"
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
                + " against 1.2-4.5: about 106,000 chip-hours are missing");
    assertThat(found(sum, chips, hours, other)).isEmpty();
  }

  private static List<String> found(SampleClaim... claims) {
    return Estimator.standard().estimate("deepseek", built(claims), null).lines().stream()
        .flatMap(line -> line.findings().stream())
        .map(Finding::sentence)
        .toList();
  }

  private static final List<Claim> TOLD =
      built(
          cost("a").exactly("294000").by("DeepSeek").printedBy("one.example").on("2025-09-17"),
          cost("b").exactly("294000").by("DeepSeek").printedBy("two.example").on("2025-09-18"));
  private static final Claim SLIP =
      cost("c").exactly("29400000").by("DeepSeek").printedBy("x.example").on("2025-09-20").build();

  @Test
  void theFigureThatFewerTellIsTheSlipEvenWhereItIsTheNewest() {
    List<Claim> claims = new ArrayList<>(TOLD);
    claims.add(SLIP);
    Line line = line(claims);

    assertThat(line.usd()).isEqualTo(line(TOLD).usd());
    assertThat(line.agreement()).isEqualTo(line(TOLD).agreement());
    assertThat(weight(line, "c")).isZero();
    assertThat(line.findings())
        .containsExactly(
            new Finding(
                Kind.POWER_OF_TEN,
                "$29.4 million has the digits of $294,000, and 2 tell that:"
                    + " a slip by a power of ten, which weighs nothing",
                List.of("c")));
  }

  @Property(tries = 20)
  void retractingTheSlipRestoresTheLineInAnyOrder(@ForAll Random random)
      throws JsonProcessingException {
    List<Claim> claims = new ArrayList<>(TOLD);
    claims.add(SLIP);
    claims.addAll(built(chips("d", "nvidia-h800").exactly("512"), hours("e").exactly("80")));
    List<Claim> mixed = new ArrayList<>(claims);
    Collections.shuffle(mixed, random);
    assertThat(json(mixed)).isEqualTo(json(claims));

    mixed.add(random.nextInt(mixed.size()), SLIP.retraction());
    claims.remove(SLIP);
    assertThat(json(mixed)).isEqualTo(json(claims));
  }

  private static String json(List<Claim> claims) throws JsonProcessingException {
    return Json.mapper().writeValueAsString(Estimator.standard().estimates(claims, null));
  }

  @Test
  void ofTwoToldByAsManyTheOneFurtherFromTheImpliedCostIsTheSlip() {
    Line line =
        line(
            cost("a").exactly("294000").by("A"),
            cost("b").exactly("29400000").by("B").printedBy("two.example"),
            chips("c", "nvidia-h800").exactly("512"),
            hours("d").exactly("80"));

    assertThat(weight(line, "a")).isPositive();
    assertThat(weight(line, "b")).isZero();
    assertThat(line.findings()).extracting(Finding::kind).contains(Kind.POWER_OF_TEN);
  }

  @Test
  void aSlipThatCannotBeToldFromTheFigureIsSaidAndWeighsAsBefore() {
    Line line =
        line(
            cost("a").exactly("55760000").by("A"),
            cost("b").exactly("5576000").by("B").printedBy("two.example"));

    assertThat(line.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "$5.576 million and $55.76 million are one figure at two powers of ten:"
                + " which is the slip cannot be told");
    assertThat(weight(line, "a")).isPositive();
    assertThat(weight(line, "b")).isPositive();
    assertThat(line.agreement()).isEqualTo(Agreement.CONTRADICTED);
  }

  @Test
  void twoDigitsMayAgreeByChance() {
    Line line = line(cost("a").exactly("1300000").by("A"), cost("b").exactly("130000000").by("B"));

    assertThat(line.findings()).isEmpty();
  }

  @Test
  void aCopyOfASlipIsNoSecondWitness() {
    Line line =
        line(
            cost("a").exactly("294000").by("DeepSeek").printedBy("one.example"),
            cost("b").exactly("294000").by("DeepSeek").printedBy("two.example"),
            cost("c").exactly("29400000").printedBy("x.example"),
            cost("d").exactly("29400000").printedBy("y.example").copyOf("article-c"),
            cost("e").exactly("29400000").printedBy("z.example").copyOf("article-c"));

    assertThat(weight(line, "a")).isPositive();
    assertThat(weight(line, "c")).isZero();
  }

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

  @Test
  void oneCountAgainstOneIsNotOdd() {
    Line line =
        line(
            chips("a", "nvidia-h800").exactly("512").printedBy("one.example"),
            chips("b", "nvidia-h800").exactly("648").printedBy("two.example"));

    assertThat(line.findings()).isEmpty();
    assertThat(line.evidence()).allMatch(evidence -> evidence.weight().signum() > 0);
  }

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
