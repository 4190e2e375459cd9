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
import org.jspecify.annotations.Nullable;
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

  /**
   * Figures in millions as {@code claimant: figure @ outlet}, chip-hours in millions where told,
   * and the claims that weigh nothing.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // Two digits of two claimants may agree by chance.
        "A: 1.3 @ a, B: 130 @ b                  | -   | -   | -",
        "A: 1.3 @ a, B: 130 @ b, B: 130 @ c      | -   | -   | -",
        // What the chips and hours imply is told by one of them; or by neither.
        "A: 5.6 @ a, B: 56 @ b                   | 2.8 | 1   | power-of-ten",
        "A: 5.6 @ a, B: 56 @ b, B: 56 @ c        | 2.8 | 1 2 | power-of-ten",
        "A: 5.6 @ a, B: 56 @ b                   | 280 | -   | -",
        // One claimant cannot have told both.
        "A: 5.6 @ a, A: 5.6 @ b, A: 56 @ c       | -   | 2   | power-of-ten",
        "A: 5.6 @ a, A: 56 @ c                   | -   | -   | power-of-ten-undecided",
        // An article that tells both means both.
        "A: 5.6 @ a, A: 5.6 @ b, A: 56 @ a       | -   | -   | -",
        "A: 5.6 @ a, A: 5.6 @ b, A: 56 @ b       | -   | -   | -",
        // Nobody named is no one claimant.
        "-: 5.6 @ a, -: 56 @ a                   | -   | -   | -",
        // Neither is near what is implied, or both are about as near.
        "A: 5.6 @ a, B: 56 @ b                   | 9   | -   | -",
        "A: 5.6 @ a, B: 56 @ b                   | .3  | -   | -",
        "A: 5.6 @ a, B: 56 @ b                   | 27  | 0   | power-of-ten",
        // Three digits are no chance, as far as both are told.
        "A: 5.576 @ a, B: 5.58 @ b, C: 558 @ c   | -   | 2   | power-of-ten",
        "A: 5.576 @ a, A: 5.576 @ b, C: 55.8 @ c | -   | 2   | power-of-ten",
        "A: 5.576 @ a, A: 5.576 @ b, C: 55.3 @ c | -   | -   | -",
        "A: 5.576 @ a, A: 5.576 @ b, C: 55.7 @ c | -   | -   | -",
        "A: 5.576 @ a, B: 5.62 @ b, B: 5.62 @ d, B: 5.62 @ e, C: 55.76 @ c, C: 55.76 @ f"
            + "                                      | -   | 0   | power-of-ten",
        "A: 5.576 @ a, B: 55.76 @ b, C: 557.6 @ c | 30 | 0 2 | power-of-ten power-of-ten",
        "A: 5.576 @ a, B: 55.76 @ b, B: 55.76 @ c, C: 557.6 @ d, C: 557.6 @ e"
            + "                                       | 2.8 | 0 3 4 | power-of-ten power-of-ten",
        // One digit says nothing.
        "A: 5 @ a, A: 5 @ b, A: 50 @ c           | -   | -   | -"
      })
  void digitsThatAgreeAtAnotherPowerOfTenAreASlipWhereMoreThanChanceSaysSo(
      String told, String chipHours, String struck, String kind) {
    List<Claim> claims = new ArrayList<>();
    for (String figure : told.split(", *", -1)) {
      String[] words = figure.split("[: @]+", -1);
      String id = String.valueOf(claims.size());
      SampleClaim claim =
          cost(id)
              .exactly(words[1] + "e6")
              .by(words[0].equals("-") ? null : words[0])
              .printedBy(words[2]);
      claims.add(claim.article(words[2], "sentence " + id).build());
    }
    if (chipHours != null) {
      claims.add(chipHours("hours", "nvidia-h800").exactly(chipHours + "e6").build());
    }

    Line line = line(claims);

    assertThat(line.findings())
        .extracting(Finding::kind)
        .filteredOn(found -> found.name().startsWith("POWER_OF_TEN"))
        .containsExactlyElementsOf(
            kind == null
                ? List.of()
                : Stream.of(kind.split(" ", -1))
                    .map(name -> Json.mapper().convertValue(name, Kind.class))
                    .toList());
    List<String> expected = struck == null ? List.of() : List.of(struck.split(" ", -1));
    List<String> weightless =
        line.findings().stream()
            .filter(found -> found.kind() == Kind.POWER_OF_TEN)
            .flatMap(found -> found.claims().stream())
            .sorted()
            .toList();
    assertThat(weightless).containsExactlyElementsOf(expected);
    assertThat(weightless).allMatch(claim -> weight(line, claim).signum() == 0);
  }

  /** A sentence, what the yuan and the dollars in it come to in dollars, and what is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "It paid 1bn yuan ($139M) for it   | 1bn yuan | 140e6 | $139M   | 139e6 | -",
        "It paid 1bn yuan ($1.39bn) for it | 1bn yuan | 140e6 | $1.39bn | 1.39e9 | misfit",
        "支付了10亿元（约合13.9亿美元）       | 10亿元 | 140e6 | 13.9亿美元 | 1.39e9 | misfit",
        "It paid $1.39bn – 1bn yuan – for it | 1bn yuan | 140e6 | $1.39bn | 1.39e9 | misfit",
        "It paid 1bn yuan and $1.39bn      | 1bn yuan | 140e6 | $1.39bn | 1.39e9 | -",
        "It paid 1bn yuan (A) and $1.39bn  | 1bn yuan | 140e6 | $1.39bn | 1.39e9 | -",
        "It paid 1bn yuan (in 2020 $1.39bn)| 1bn yuan | 140e6 | $1.39bn | 1.39e9 | -",
        "It paid 1bn yuan ($200M) for it   | 1bn yuan | 140e6 | $200M   | 200e6 | -",
        "It paid 1bn yuan ($300M) for it   | 1bn yuan | 140e6 | $300M   | 300e6 | misfit"
      })
  void oneSumInTwoCurrenciesMustConvert(
      String sentence,
      String yuan,
      String converted,
      String dollars,
      String amount,
      String finding) {
    Line line =
        line(
            cost("a").exactly(converted).in("CNY", "1").article("x", sentence).quoted(yuan),
            cost("b").exactly(amount).article("x", sentence).quoted(dollars));

    List<Kind> expected = finding == null ? List.of() : List.of(Kind.CONVERSION_MISFIT);
    assertThat(line.findings()).extracting(Finding::kind).containsExactlyElementsOf(expected);
    if (finding != null) {
      assertThat(line.findings().get(0).sentence())
          .endsWith("is about $140 million: which is wrong cannot be told, and both weigh half");
      // Two figures of one source share its weight as it is.
      assertThat(weight(line, "a")).isEqualByComparingTo("0.25");
      assertThat(weight(line, "b")).isEqualByComparingTo("0.25");
    }
  }

  @Test
  void theHalfOfAMisfitThatTheRestOfTheEvidenceTellsStands() {
    String sentence = "R1 cost 2.1m yuan ($2.94m)";
    SampleClaim[] misfit = {
      cost("a").exactly("294000").in("CNY", "1").article("x", sentence).quoted("2.1m yuan"),
      cost("b").exactly("2940000").article("x", sentence).quoted("$2.94m")
    };
    SampleClaim[] work = {chips("c", "nvidia-h800").exactly("512"), hours("d").exactly("80")};

    Line implied = line(misfit[0], misfit[1], work[0], work[1]);
    assertThat(weight(implied, "a")).isEqualByComparingTo("1");
    assertThat(weight(implied, "b")).isZero();
    assertThat(implied.findings())
        .extracting(Finding::sentence)
        .contains(
            "294,000 CNY and $2.94 million are told as one sum, but the one is about $294,000:"
                + " 294,000 CNY stands, as chips and hours imply $81,900");

    SampleClaim other = cost("e").exactly("2940000").printedBy("other.example");
    Line told = line(misfit[0], misfit[1], other.by("DeepSeek"));
    assertThat(told.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "294,000 CNY and $2.94 million are told as one sum, but the one is about $294,000:"
                + " $2.94 million stands, as 2 tell that");
    assertThat(weight(told, "a")).isZero();
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
