package costwire.aggregate.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.SampleClaim;
import costwire.aggregate.SampleLine;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.stream.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lines are written as median, agreement, claims: {@code 5e6 disputed a:X b:Y*0.5 c:X*0} has claims
 * a and c of voice X and b of voice Y; a claim without a weight weighs 1.
 */
class AlertRulesTest {
  private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");
  private static final AlertRules RULES = AlertRules.standard();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the first of a company   |                            | 5e6 single-source a:X            |     | new-claim a
          first, and contradicted  |                            | 5e6 contradicted a:X b:Y         |     | new-claim a; new-claim b
          only planned             |                            | - single-source p:-              |     |
          a figure after plans     | - single-source p:-        | 5e6 single-source a:X p:-        |     | new-claim a
          another mention          | 5e6 single-source a:X      | 5e6 single-source a:X b:X*0      |     |
          a mention that leads     | 5e6 single-source a:X      | 5.1e6 single-source b:Z a:Z*0    |     |
          another voice            | 5e6 single-source a:X      | 5.2e6 consistent a:X b:Y         |     | new-claim b
          a denied figure          | 5e6 single-source a:X      | 5e6 disputed a:X b:Y*0           |     | dispute-opened a
          a late echo              | 6e6 single-source a:X b:W*0| 6e6 single-source a:X b:W*0 c:W*0|     |
          read again               | 5e6 single-source a:X      | 5e6 single-source b:X            | a   |
          a revision               | 5e6 single-source a:X      | 8e6 single-source b:Y a:X*0      |     | new-claim b; estimate-moved b a
          up by a tenth            | 5e6 single-source a:X      | 5.5e6 consistent a:X b:Y         |     | new-claim b
          up by more               | 5e6 single-source a:X      | 5.51e6 consistent a:X b:Y        |     | new-claim b; estimate-moved b
          down by a tenth of less  | 5.5e6 single-source a:X    | 5e6 single-source a:X*0.5        |     |
          down by more             | 5.51e6 single-source a:X   | 5e6 single-source a:X*0.5        |     | estimate-moved a
          past a round figure      | 9.8e6 single-source a:X    | 1e7 consistent a:X b:Y           |     | new-claim b; threshold-crossed b
          back below it            | 1e7 consistent a:X b:Y     | 9.8e6 single-source a:X          | b   | claim-retracted b; threshold-crossed b
          far past two             | 9e6 single-source a:X      | 4e7 contradicted a:X b:Y         |     | new-claim b; estimate-moved b; threshold-crossed b; dispute-opened b
          from bad to worse        | 5e6 disputed a:X b:Y       | 5e6 contradicted a:X b:Y         |     |
          settled                  | 5e6 contradicted a:X b:Y   | 5e6 single-source a:X b:Y*0      |     | dispute-settled b
          settled by withdrawal    | 5e6 contradicted a:X b:Y   | 5e6 single-source a:X            | b   | claim-retracted b; dispute-settled b
          a mention withdrawn      | 5e6 single-source a:X b:X*0| 5e6 single-source a:X            | b   |
          the lead withdrawn       | 5e6 single-source a:X b:X*0| 5e6 single-source b:X            | a   |
          its echo speaks alone    | 5e6 single-source a:X b:X*0| 5e6 single-source b:Z            | a   |
          not told, but cut off    | 5e6 consistent a:X b:Y     | 5e6 consistent a:X               |     |
          the line is gone         | 5e6 single-source a:X      |                                  | a   | claim-retracted a
          plans are gone           | - single-source p:-        |                                  | p   |
          chips moved it           | 5e6 single-source a:X      | 6e6 single-source a:X            |     | estimate-moved a
          dollars of chips         | - single-source a:X        | 6e6 single-source a:X b:Y        |     | new-claim b
          """)
  void tellsOfMeaningNotOfComputation(
      String name,
      @Nullable String before,
      @Nullable String after,
      @Nullable String withdrawn,
      @Nullable String expected) {
    List<Alert> alerts = decide(Told.NOTHING, before, after, withdrawn).alerts();

    assertThat(alerts.stream().map(AlertRulesTest::brief).collect(Collectors.joining("; ")))
        .isEqualTo(expected == null ? "" : expected);
    assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
    assertThat(alerts).allSatisfy(alert -> assertThat(alert.reason()).endsWith("."));
  }

  @Test
  void slowMovementsAddUpUntilTheyAreTold() {
    Told told = decide(Told.NOTHING, null, "5e6 single-source a:X", null).told();
    AlertRules.Decision second =
        decide(told, "5e6 single-source a:X", "5.4e6 single-source a:X c:X*0", null);
    assertThat(second.alerts()).isEmpty();

    List<Alert> third =
        decide(second.told(), "5.4e6 single-source a:X", "5.8e6 single-source a:X*0.9", null)
            .alerts();

    assertThat(third).extracting(AlertRulesTest::brief).containsExactly("estimate-moved a");
    assertThat(median(third.get(0).before())).isEqualByComparingTo("5e6");
    assertThat(median(third.get(0).after())).isEqualByComparingTo("5.8e6");
  }

  @Test
  void whatIsGoneIsForgotten() {
    Told told = decide(Told.NOTHING, null, "5e6 single-source a:X", null).told();

    assertThat(decide(told, "5e6 single-source a:X", null, "a").told().isEmpty()).isTrue();
  }

  @Test
  void aVoiceThatComesBackIsAnotherChange() {
    EstimateChange heard = change(null, "5e6 single-source a:X");
    AlertRules.Decision first = RULES.decide("deepseek", heard, AT, Sample.NOTHING);
    AlertRules.Decision again =
        RULES.decide("deepseek", heard, AT, new Sample(Told.NOTHING, Map.of(), 1));

    assertThat(again.voices()).isEqualTo(first.voices()).hasSize(1);
    assertThat(again.alerts().get(0).id()).isNotEqualTo(first.alerts().get(0).id());
  }

  @Test
  void aVoiceHasOneIdHoweverItsCompanyStandsAndAMovementOneForEachTime() {
    List<Alert> once = decide(Told.NOTHING, null, "5e6 single-source a:X", null).alerts();
    List<Alert> later =
        decide(Told.NOTHING, "7e6 single-source b:Y", "6e6 consistent c:X b:Y", null).alerts();
    List<Alert> again =
        RULES
            .decide(
                "deepseek",
                change("7e6 single-source b:Y", "6e6 consistent c:X b:Y"),
                AT.plusSeconds(1),
                Sample.NOTHING)
            .alerts();

    assertThat(later.get(0).id()).isEqualTo(once.get(0).id()).isEqualTo(again.get(0).id());
    assertThat(later.get(1).id()).isNotEqualTo(again.get(1).id());
  }

  /** It may have been beyond what was listed. */
  @ParameterizedTest
  @CsvSource({"0, n", "1,"})
  void whereVoicesAreCutOffOneThatWasEverToldIsNotNew(int times, @Nullable String told) {
    String all =
        IntStream.range(0, Evidence.MOST)
            .mapToObj(i -> "c" + i + ":V" + i)
            .collect(Collectors.joining(" "));
    EstimateChange change = change("5e6 disputed " + all, "5e6 disputed " + all + " n:N");
    Sample memory = new Sample(Told.NOTHING, Map.of("n", claim("n")), times);

    assertThat(RULES.decide("deepseek", change, AT, memory).alerts())
        .extracting(alert -> alert.claimIds().get(0))
        .containsExactlyElementsOf(told == null ? List.of() : List.of(told));
  }

  @Test
  void anAlertIsTheSameAfterAJourneyAsJson() throws Exception {
    Alert alert = decide(Told.NOTHING, null, "5e6 single-source a:X", null).alerts().get(0);
    String json = Json.mapper().writeValueAsString(alert);

    assertThat(Json.mapper().readValue(json, Alert.class)).isEqualTo(alert);
    assertThat(json)
        .contains(
            "\"kind\":\"new-claim\"",
            "\"line\":{\"model\":\"R1\",\"scope\":\"training-run\"}",
            "\"before\":null",
            "\"after\":{\"usd\":{\"low\":1,\"best\":5000000,\"high\":10000000000},\"agreement\":\"single-source\",\"voices\":1}",
            "\"subscriptionId\":null");
  }

  @Test
  void movementsWithinTheRoundingAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AlertRules.movedBy(new BigDecimal("0.02")));
    assertThat(
            AlertRules.movedBy(AlertRules.LEAST_SHARE)
                .decide(
                    "deepseek",
                    change("5e6 single-source a:X", "5.2e6 single-source a:X"),
                    AT,
                    Sample.NOTHING)
                .alerts())
        .hasSize(1);
  }

  /** A memory of these claims, and of as many alerts of every voice. */
  private record Sample(Told told, Map<String, Claim> claims, int times) implements Memory {
    static final Sample NOTHING = new Sample(Told.NOTHING, Map.of(), 0);

    @Override
    public @Nullable Claim claim(String id) {
      return claims.get(id);
    }

    @Override
    public int timesTold(String voice) {
      return times;
    }
  }

  private static AlertRules.Decision decide(
      Told told, @Nullable String before, @Nullable String after, @Nullable String withdrawn) {
    Map<String, Claim> standing = new HashMap<>();
    for (String line : Arrays.asList(before, after)) {
      evidence(line).forEach(e -> standing.put(e.claim(), claim(e.claim())));
    }
    standing.keySet().remove(withdrawn);
    return RULES.decide("deepseek", change(before, after), AT, new Sample(told, standing, 0));
  }

  private static Claim claim(String id) {
    return SampleClaim.cost(id).exactly("5000000").build();
  }

  private static EstimateChange change(@Nullable String before, @Nullable String after) {
    return new EstimateChange(estimate(before), estimate(after));
  }

  private static @Nullable Estimate estimate(@Nullable String line) {
    return line == null
        ? null
        : new Estimate("DeepSeek", "deepseek", null, null, null, List.of(line(line)));
  }

  private static Estimate.Line line(String text) {
    String[] words = text.split(" +", -1);
    Agreement agreement = Json.mapper().convertValue(words[1], Agreement.class);
    return SampleLine.of(
        "R1",
        Scope.TRAINING_RUN,
        words[0].equals("-") ? null : usd(new BigDecimal(words[0])),
        agreement,
        evidence(text),
        List.of());
  }

  private static Interval usd(BigDecimal best) {
    return new Interval(
        BigDecimal.ONE, new BigDecimal(best.toPlainString()), new BigDecimal("10000000000"));
  }

  private static List<Evidence> evidence(@Nullable String line) {
    return line == null
        ? List.of()
        : Arrays.stream(line.split(" +", -1)).skip(2).map(AlertRulesTest::one).toList();
  }

  private static Evidence one(String text) {
    String[] parts = text.split("[:*]", -1);
    boolean silent = parts[1].equals("-");
    BigDecimal weight = new BigDecimal(silent ? "0" : parts.length == 3 ? parts[2] : "1");
    return new Evidence(parts[0], weight, silent ? null : parts[1]);
  }

  private static String brief(Alert alert) {
    return Json.mapper().convertValue(alert.kind(), String.class)
        + " "
        + String.join(" ", alert.claimIds());
  }

  private static @Nullable BigDecimal median(Alert.@Nullable State state) {
    return state == null || state.usd() == null ? null : state.usd().best();
  }
}
