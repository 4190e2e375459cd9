package costwire.aggregate;

import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleEstimates.ESTIMATOR;
import static costwire.aggregate.SampleEstimates.built;
import static costwire.aggregate.SampleEstimates.estimate;
import static costwire.aggregate.SampleEstimates.line;
import static costwire.aggregate.SampleEstimates.usd;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimate.Moment;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.extract.Stance;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How estimates stood, and what dates them. */
class EstimateHistoryTest {
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
  void whereNoVoiceCountsTheNewestClaimDatesTheEstimate() {
    SampleClaim planned = cost("a").exactly("5000").stance(Stance.PLANNED);

    assertThat(estimate(planned.on("2025-01-01"), cost("b").exactly("0").on("2024-01-01")))
        .extracting(Estimate::updatedAt)
        .isEqualTo(Instant.parse("2025-01-01T12:00:00Z"));
    assertThat(estimate(planned.on(null)).updatedAt()).isNull();
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
}
