package costwire.aggregate;

import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static costwire.aggregate.SampleEstimates.ESTIMATOR;
import static costwire.aggregate.SampleEstimates.built;
import static costwire.aggregate.SampleEstimates.estimate;
import static costwire.aggregate.SampleEstimates.line;
import static costwire.aggregate.SampleEstimates.number;
import static costwire.aggregate.SampleEstimates.usd;
import static costwire.aggregate.SampleEstimates.width;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.Estimate.Line;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.extract.Stance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EstimatorTest {
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
  void twoReadingsUnderOneIdAreOneWhicheverComesFirst() {
    SampleClaim one = cost("a").exactly("294000");
    SampleClaim other = cost("a").exactly("300000");

    assertThat(estimate(one, other)).isEqualTo(estimate(other, one));
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
