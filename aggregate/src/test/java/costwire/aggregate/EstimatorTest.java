package costwire.aggregate;

import static costwire.aggregate.SampleClaim.chipHours;
import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Implied;
import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimate.Moment;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.extract.Stance;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatorTest {
  private static final Estimator ESTIMATOR = Estimator.standard();

  private static Estimate estimate(SampleClaim... claims) {
    return ESTIMATOR.estimate("deepseek", built(claims), null);
  }

  private static Line line(SampleClaim... claims) {
    List<Line> lines = estimate(claims).lines();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static Interval usd(Line line) {
    return Objects.requireNonNull(line.usd());
  }

  private static List<Claim> built(SampleClaim... claims) {
    return Stream.of(claims).map(SampleClaim::build).toList();
  }

  private static double number(@Nullable BigDecimal figure) {
    return Objects.requireNonNull(figure).doubleValue();
  }

  @Test
  void oneExactFigureIsTheMedianWithAnIntervalAroundIt() {
    Interval usd = usd(line(cost("a").exactly("294000").by("DeepSeek")));

    assertThat(number(usd.best())).isBetween(292_000.0, 296_000.0);
    assertThat(number(usd.low())).isBetween(230_000.0, 255_000.0);
    assertThat(number(usd.high())).isBetween(340_000.0, 375_000.0);
  }

  @Test
  void aNamedSourceIsTakenLessAtItsWordThanTheCompanyAndNobodyLeast() {
    double own = width(line(cost("a").exactly("294000").by("DeepSeek")));
    double named = width(line(cost("a").exactly("294000").by("SemiAnalysis")));
    double nobody = width(line(cost("a").exactly("294000")));
    double hedged = width(line(cost("a").about("294000")));

    assertThat(List.of(own, named, nobody, hedged)).isSorted();
  }

  private static double width(Line line) {
    return number(usd(line).high()) / number(usd(line).low());
  }

  @Test
  void moreThanMovesTheLowerEndAndLeavesTheRest() {
    SampleClaim figure = cost("a").about("5600000").by("SemiAnalysis");
    Interval before = usd(line(figure));
    Interval after = usd(line(figure, cost("b").atLeast("4200000").by("Reuters")));

    assertThat(number(after.low())).isGreaterThan(number(before.low()) * 1.2);
    assertThat(after.best()).isEqualTo(before.best());
    assertThat(after.high()).isEqualTo(before.high());
  }

  @Test
  void lessThanMovesTheUpperEndAndLeavesTheRest() {
    SampleClaim figure = cost("a").about("5600000").by("SemiAnalysis");
    Interval before = usd(line(figure));
    Interval after = usd(line(figure, cost("b").atMost("6000000").by("Reuters")));

    assertThat(number(after.high())).isLessThan(number(before.high()) * 0.8);
    assertThat(after.best()).isEqualTo(before.best());
    assertThat(after.low()).isEqualTo(before.low());
  }

  @Test
  void aBoundThatContradictsTheFigureMovesAll() {
    SampleClaim figure = cost("a").about("5600000").by("SemiAnalysis");
    Line line = line(figure, cost("b").atLeast("500000000").by("Reuters"));

    assertThat(line.agreement()).isEqualTo(Agreement.CONTRADICTED);
    assertThat(number(usd(line).low())).isGreaterThan(number(usd(line(figure)).low()));
    assertThat(number(usd(line).best())).isGreaterThan(number(usd(line(figure)).best()));
    assertThat(number(usd(line).high())).isGreaterThan(number(usd(line(figure)).high()));
  }

  @Test
  void aBoundAloneSupportsNothingBeyondIt() {
    Line line = line(cost("a").atLeast("100000000").by("Sam Altman"));

    assertThat(number(usd(line).low())).isGreaterThan(1e8);
    assertThat(number(usd(line).high())).isLessThan(1e9);
    assertThat(Objects.requireNonNull(line.stated()).low()).isEqualByComparingTo("100000000");
    assertThat(Objects.requireNonNull(line.stated()).best()).isNull();
    assertThat(Objects.requireNonNull(line.stated()).high()).isNull();
  }

  @Test
  void oneFigureToldByManyOutletsIsOneVoiceWithManyMentions() {
    Line once = line(cost("a").exactly("294000").by("DeepSeek"));
    Line often =
        line(
            cost("a").exactly("294000").by("DeepSeek"),
            cost("b").exactly("294000").by("DeepSeek").printedBy("other.example"),
            cost("c").about("294000").printedBy("third.example"),
            cost("d").about("290000").by(null).printedBy("fourth.example"));

    assertThat(often.usd()).isEqualTo(once.usd());
    assertThat(often.agreement()).isEqualTo(Agreement.SINGLE_SOURCE);
    assertThat(Objects.requireNonNull(often.stated()))
        .extracting(s -> s.claims(), s -> s.claimants(), s -> s.mentions())
        .containsExactly(1, 1, 4);
    assertThat(often.evidence().get(0))
        .isEqualTo(new Evidence("a", BigDecimal.ONE, "deepseek: 294000 USD"));
    assertThat(often.evidence().subList(1, 4)).allMatch(e -> e.weight().signum() == 0);
  }

  @Test
  void aSumInTwoCurrenciesOfOneSentenceIsOneVoiceInDollars() {
    SampleClaim yuan = cost("a").exactly("1000000000").in("CNY", "0.145").article("x", "s");
    SampleClaim dollars = cost("b").exactly("139000000").article("x", "s");

    Line line = line(yuan, dollars);

    assertThat(Objects.requireNonNull(line.stated()).claims()).isEqualTo(1);
    assertThat(Objects.requireNonNull(line.stated()).best()).isEqualByComparingTo("139000000");
    assertThat(line.evidence().get(0).claim()).isEqualTo("b");
  }

  @Test
  void historyEndsWhereAWiderLineMovedItLast() {
    SampleClaim hardware =
        cost("h").exactly("1600000000").by("C").about("DeepSeek", null, Scope.HARDWARE);
    List<Line> lines =
        estimate(
                cost("a").exactly("5600000").by("A").on("2025-01-01"),
                cost("b").exactly("1600000000").by("B").on("2025-01-01"),
                hardware.on("2025-03-01"))
            .lines();
    Line run =
        lines.stream().filter(line -> line.scope() == Scope.TRAINING_RUN).findFirst().orElseThrow();

    assertThat(run.findings()).isNotEmpty();
    assertThat(run.history()).hasSize(2);
    Moment last = run.history().get(1);
    assertThat(last.at()).isEqualTo("2025-03-01T12:00:00Z");
    assertThat(new Interval(last.low(), last.best(), last.high())).isEqualTo(run.usd());
  }

  @Test
  void aSlipDoesNotDateTheEstimate() {
    Estimate estimate =
        estimate(
            cost("a").exactly("294000").by("A").printedBy("one.example").on("2025-01-01"),
            cost("b").exactly("294000").by("A").printedBy("two.example").on("2025-01-02"),
            cost("c").exactly("29400000").by("B").printedBy("x.example").on("2025-02-01"));

    assertThat(estimate.updatedAt()).isEqualTo("2025-01-01T12:00:00Z");
  }

  @Test
  void whoRevisesSupersedesThemselves() {
    SampleClaim first = cost("a").exactly("1600000000").by("SemiAnalysis").on("2025-01-31");
    SampleClaim second = cost("b").exactly("500000000").by("SemiAnalysis").on("2025-06-01");
    SampleClaim lateEcho = cost("c").exactly("1600000000").by("SemiAnalysis").on("2025-07-01");

    Line line = line(first, second, lateEcho);

    assertThat(line.usd()).isEqualTo(line(second).usd());
    assertThat(Objects.requireNonNull(line.stated()).claims()).isEqualTo(1);
    assertThat(Objects.requireNonNull(line.stated()).mentions()).isEqualTo(3);
    assertThat(line.history()).hasSize(2);
  }

  @Test
  void twoFiguresOfOneSourceOnOneDayShareItsWeight() {
    Line line =
        line(
            cost("a").exactly("500000000").by("SemiAnalysis"),
            cost("b").exactly("700000000").by("SemiAnalysis"));

    assertThat(line.evidence()).allMatch(e -> e.weight().compareTo(new BigDecimal("0.5")) == 0);
  }

  @Test
  void plannedAndDeniedFiguresMoveNothingButStayInEvidence() {
    SampleClaim spent = cost("a").exactly("100000000");
    Line line =
        line(
            spent,
            cost("b").exactly("900000000000").stance(Stance.PLANNED),
            cost("c").exactly("7000000").by("Rival").stance(Stance.DENIED));

    assertThat(line.usd()).isEqualTo(line(spent).usd());
    assertThat(line.evidence()).extracting(Evidence::claim).containsExactly("a", "c", "b");
    assertThat(line.agreement()).isEqualTo(Agreement.DISPUTED);
    assertThat(line(cost("b").exactly("5000").stance(Stance.PLANNED)).usd()).isNull();
  }

  @Test
  void aDisputedFigureWeighsLess() {
    Line doubted = line(cost("a").exactly("294000").stance(Stance.DISPUTED));

    assertThat(width(doubted)).isGreaterThan(width(line(cost("a").exactly("294000"))));
    assertThat(doubted.agreement()).isEqualTo(Agreement.DISPUTED);
    assertThat(doubted.evidence().get(0).weight()).isEqualByComparingTo("0.5");
  }

  @Test
  void oneAbsurdFigureDoesNotDragTheRest() {
    SampleClaim[] sane = {
      cost("a").exactly("5600000").by("A"),
      cost("b").exactly("5900000").by("B"),
      cost("c").exactly("5200000").by("C")
    };
    Line before = line(sane);
    Line after = line(sane[0], sane[1], sane[2], cost("d").exactly("5600000000").by("D"));

    assertThat(before.agreement()).isEqualTo(Agreement.CONSISTENT);
    assertThat(after.agreement()).isEqualTo(Agreement.CONTRADICTED);
    assertThat(number(usd(after).best()) / number(usd(before).best())).isBetween(0.95, 1.05);
    assertThat(number(usd(after).high()) / number(usd(before).high())).isBetween(0.9, 1.15);
    assertThat(number(after.spread())).isGreaterThan(900);
  }

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
  void claimsBeyondSenseMoveNothing() {
    SampleClaim sane = cost("a").exactly("294000");
    Estimate estimate =
        estimate(
            sane,
            cost("b").exactly("1e29"),
            cost("c").exactly("0"),
            cost("d").exactly("1e-9"),
            cost("e").exactly("5000000").in("XXX", null),
            cost("f").exactly("700000").per("day", null),
            cost("g").exactly("294000").about(null, null, Scope.TRAINING_RUN),
            cost("h").between("9e28", "1e29").confidence(Double.NaN),
            chips("i", "no-such-chip").exactly("1e29"),
            hours("j").exactly("1e25"));

    assertThat(estimate.lines()).hasSize(1);
    assertThat(estimate.lines().get(0).usd()).isEqualTo(line(sane).usd());
    assertThat(estimate.lines().get(0).implied()).isNull();
  }

  @Test
  void unattributedClaimsHaveNoEstimate() {
    List<Claim> claims = built(cost("a").exactly("5").about(null, null, Scope.TRAINING_RUN));

    assertThat(ESTIMATOR.estimates(claims, null)).isEmpty();
    assertThat(ESTIMATOR.estimate(Claim.UNATTRIBUTED, claims, null).lines()).isEmpty();
  }

  @Test
  void aRetractedClaimIsAsIfNeverMade() {
    List<Claim> claims = built(cost("a").exactly("294000"), cost("b").exactly("9000000"));
    List<Claim> retracted = new ArrayList<>(claims);
    retracted.add(0, claims.get(1).retraction());

    assertThat(ESTIMATOR.estimates(retracted, null))
        .isEqualTo(ESTIMATOR.estimates(claims.subList(0, 1), null));
  }

  @Test
  void asOfGivesTheEstimateAsItStoodAndTheHistorySaysTheSame() {
    List<Claim> claims =
        built(
            cost("a").exactly("5600000").by("DeepSeek").on("2025-01-27"),
            cost("b").exactly("8000000").by("Reuters").on("2025-02-10"),
            cost("c").atLeast("6000000").by("Nature").on("2025-03-10"),
            cost("d").exactly("1").on(null));
    Line now = ESTIMATOR.estimate("deepseek", claims, null).lines().get(0);

    assertThat(now.history()).hasSize(3);
    for (Moment moment : now.history()) {
      Line then = ESTIMATOR.estimate("deepseek", claims, moment.at()).lines().get(0);
      assertThat(usd(then)).isEqualTo(new Interval(moment.low(), moment.best(), moment.high()));
    }
    assertThat(ESTIMATOR.estimates(claims, Instant.parse("2025-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void updatedAtIsTheNewestVoiceNotItsEcho() {
    Estimate estimate =
        estimate(
            cost("a").exactly("294000").by("DeepSeek").on("2025-09-17"),
            cost("b").exactly("294000").by("DeepSeek").on("2025-12-24"));

    assertThat(estimate.updatedAt()).isEqualTo("2025-09-17T12:00:00Z");
  }

  @Test
  void linesAreKeptApartByModelAndScopeInAFixedOrder() {
    Estimate estimate =
        estimate(
            cost("a").exactly("1600000000").about("DeepSeek", null, Scope.HARDWARE),
            cost("b").exactly("294000"),
            cost("c").exactly("5576000").about("DeepSeek", "DeepSeek-V3", Scope.TRAINING_RUN));

    assertThat(estimate.lines())
        .extracting(Line::model)
        .containsExactly(null, "DeepSeek-R1", "DeepSeek-V3");
    assertThat(estimate.company()).isEqualTo("DeepSeek");
  }

  @Test
  void whatAnEstimateCarriesIsBounded() {
    SampleClaim[] many = new SampleClaim[300];
    for (int i = 0; i < many.length; i++) {
      many[i] =
          cost("c" + i)
              .exactly((1000 + 37 * i) + "000")
              .by("Source " + i)
              .on(java.time.LocalDate.of(2024, 1, 1).plusDays(i).toString());
    }
    Line line = line(many);

    assertThat(line.evidence()).hasSize(Evidence.MOST);
    assertThat(line.history()).hasSizeLessThanOrEqualTo(LineEstimator.MOST_MOMENTS);
    assertThat(line.history().get(line.history().size() - 1).best()).isEqualTo(usd(line).best());
  }

  @Test
  void othersClaimsAreNotTheCompanys() {
    SampleClaim own = cost("a").exactly("294000");
    SampleClaim rivals = cost("b").exactly("9000000").about("Rival", "R", Scope.TRAINING_RUN);

    assertThat(estimate(own, rivals)).isEqualTo(estimate(own));
  }

  @Test
  void whereNoVoiceCountsTheNewestClaimDatesTheEstimate() {
    SampleClaim planned = cost("a").exactly("5000").stance(Stance.PLANNED);

    assertThat(estimate(planned.on("2025-01-01"), cost("b").exactly("0").on("2024-01-01")))
        .extracting(Estimate::updatedAt)
        .isEqualTo(Instant.parse("2025-01-01T12:00:00Z"));
    assertThat(estimate(planned.on(null)).updatedAt()).isNull();
  }

  @Test
  void twoReadingsUnderOneIdAreOneWhicheverComesFirst() {
    SampleClaim one = cost("a").exactly("294000");
    SampleClaim other = cost("a").exactly("300000");

    assertThat(estimate(one, other)).isEqualTo(estimate(other, one));
  }

  @Test
  void doubtThatComesLaterIsAMomentOfTheHistory() {
    Line line =
        line(
            cost("a").exactly("294000").by("DeepSeek").on("2025-01-01"),
            cost("b").exactly("294000").by("DeepSeek").stance(Stance.DISPUTED).on("2025-02-01"));

    assertThat(line.history())
        .extracting(moment -> moment.at().toString())
        .containsExactly("2025-01-01T12:00:00Z", "2025-02-01T12:00:00Z");
    assertThat(line.agreement()).isEqualTo(Agreement.DISPUTED);
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
  void theCompanyHasTheNameMostUsed() {
    SampleClaim often = cost("a").exactly("5000").about("DeepSeek", "A", Scope.TRAINING_RUN);
    SampleClaim again = cost("b").exactly("6000").about("DeepSeek", "B", Scope.TRAINING_RUN);
    SampleClaim once = cost("c").exactly("7000").about("DEEPSEEK", "C", Scope.TRAINING_RUN);

    assertThat(estimate(often, again, once).company()).isEqualTo("DeepSeek");
    assertThat(estimate(often, once).company()).isEqualTo("DEEPSEEK");
  }

  @Test
  void evidenceIsOrderedByWeightThenDateThenId() {
    Line line =
        line(
            cost("z").exactly("5000000").by("A").on("2025-01-01"),
            cost("y").exactly("6000000").by("B").on("2025-01-02"),
            cost("x").exactly("7000000").by("C").on("2025-01-02"),
            cost("w").exactly("8000000").by("D").on(null),
            cost("v").exactly("9000000").by("E").on("2024-01-01").stance(Stance.DISPUTED),
            cost("u").exactly("4000000").by("F").on("2023-01-01").stance(Stance.DENIED),
            cost("t").exactly("3000000").on("2022-01-01").stance(Stance.PLANNED));

    assertThat(line.evidence())
        .extracting(Evidence::claim)
        .containsExactly("z", "x", "y", "w", "v", "u", "t");
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

  @Test
  void aTableCountsVoicesWhereNobodySpeaksOfDollars() {
    String csv =
        EstimateTable.csv(
            List.of(
                estimate(
                    chips("a", "nvidia-h800").exactly("512"),
                    chips("b", "nvidia-h800").exactly("9").stance(Stance.PLANNED),
                    hours("c").exactly("80"))));

    assertThat(csv).contains(",single-source,2,3,81900");
  }
}
