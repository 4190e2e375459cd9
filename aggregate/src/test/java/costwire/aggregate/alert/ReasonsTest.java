package costwire.aggregate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.SampleClaim;
import costwire.aggregate.SampleLine;
import costwire.extract.Scope;
import costwire.stream.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
  private static Reasons reasons(@Nullable String model, String scope) {
    return reasons(model, scope, null, null);
  }

  private static Reasons reasons(
      @Nullable String model, String scope, Alert.@Nullable State last, @Nullable String now) {
    Scope what = Json.mapper().convertValue(scope, Scope.class);
    Alert.State state = now == null ? null : state(now);
    Estimate.Line after =
        state == null ? null : SampleLine.of(model, what, state.usd(), state.agreement());
    return new Reasons("DeepSeek", new LineChange(new Alert.Line(model, what), last, null, after));
  }

  /** A median, or none, and the agreement. */
  private static Alert.State state(String text) {
    String[] words = text.split(" ", -1);
    BigDecimal best = words[0].equals("-") ? null : new BigDecimal(words[0]);
    Interval usd = best == null ? null : new Interval(best, best, best);
    return new Alert.State(usd, Json.mapper().convertValue(words[1], Agreement.class), 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "R1 | training-run   | training run of R1",
        "R1 | development    | development of R1",
        "R1 | operation      | operation of R1",
        "R1 | hardware       | hardware for R1",
        "R1 | infrastructure | infrastructure for R1",
        "R1 | unspecified    | compute for R1",
        "-  | hardware       | hardware"
      })
  void aLineIsNamedByItsScopeAndModel(@Nullable String model, String scope, String subject) {
    assertThat(reasons(model, scope).heard(null))
        .isEqualTo("A new voice is heard on DeepSeek's " + subject + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Reuters | a.example | Reuters",
        "' '     | a.example | a.example",
        "-       | a.example | a.example",
        "-       | -         | An article"
      })
  void aVoiceIsItsClaimantElseItsOutlet(
      @Nullable String claimant, @Nullable String outlet, String who) {
    SampleClaim claim = SampleClaim.cost("a").exactly("5e6").by(claimant).printedBy(outlet);

    assertThat(reasons(null, "hardware").heard(claim.build()))
        .isEqualTo(who + " is a new voice on DeepSeek's hardware: $5M.");
  }

  @Test
  void aFigureIsToldWithItsLimitsUnitRateAndChip() {
    assertThat(figure(SampleClaim.cost("a").about("5e6"))).isEqualTo("$5M");
    assertThat(figure(SampleClaim.cost("a").between("5e6", "6e6"))).isEqualTo("$5M to $6M");
    assertThat(figure(SampleClaim.cost("a").atLeast("5e6"))).isEqualTo("at least $5M");
    assertThat(figure(SampleClaim.cost("a").atMost("5e6"))).isEqualTo("at most $5M");
    assertThat(figure(SampleClaim.cost("a").exactly("40").in("XYZ", null))).isEqualTo("40 XYZ");
    assertThat(figure(SampleClaim.cost("a").exactly("40").in("CNY", "50000"))).isEqualTo("$2M");
    assertThat(figure(SampleClaim.chips("a", "nvidia-h800").atLeast("512")))
        .isEqualTo("at least 512 chips (nvidia-h800)");
    assertThat(figure(SampleClaim.chipHours("a", null).between("5", "6")))
        .isEqualTo("5 to 6 chip hours");
    assertThat(figure(SampleClaim.cost("a").exactly("5e6").per("chip-hour", "nvidia-h800")))
        .isEqualTo("$5M per chip hour (nvidia-h800)");
  }

  private static String figure(SampleClaim claim) {
    String sentence = reasons(null, "hardware").heard(claim.by("A").build());
    return sentence
        .substring("A is a new voice on DeepSeek's hardware: ".length())
        .replaceFirst("\\.$", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1 | 5e6 consistent | 6e6 consistent | A claim that counted for DeepSeek's hardware was"
            + " withdrawn; the median goes from $5M to $6M.",
        "2 | 5e6 consistent | 5e6 consistent | 2 claims that counted for DeepSeek's hardware were"
            + " withdrawn; the median stays at $5M.",
        "2 | - consistent   | 5e6 consistent | 2 claims that counted for DeepSeek's hardware were"
            + " withdrawn; the median stays at $5M.",
        "1 | 5e6 consistent | - consistent   | A claim that counted for DeepSeek's hardware was"
            + " withdrawn; no claim supports a figure any more.",
        "1 | 5e6 consistent | -              | A claim that counted for DeepSeek's hardware was"
            + " withdrawn; no claim supports a figure any more."
      })
  void aWithdrawalSaysWhatIsLeft(int claims, String last, @Nullable String now, String sentence) {
    assertThat(reasons(null, "hardware", state(last), now).withdrawn(claims)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5e6 | 6e6   | rose by 20 %, from $5M to $6M",
        "6e6 | 5e6   | fell by 17 %, from $6M to $5M",
      })
  void aMovementIsASignedShare(BigDecimal told, BigDecimal now, String words) {
    assertThat(reasons(null, "hardware").moved(told, now))
        .isEqualTo("The median for DeepSeek's hardware " + words + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9e6 | 12e6 | reached $10M: $9M became $12M",
        "12e6 | 9e6 | fell below $10M: $12M became $9M",
      })
  void aThresholdIsReachedOrFallenBelow(BigDecimal told, BigDecimal now, String words) {
    assertThat(reasons(null, "hardware").crossed(new BigDecimal("1e7"), told, now))
        .isEqualTo("The median for DeepSeek's hardware " + words + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "5e6 single-source | 5e6 disputed     | disputed; it was from a single source",
        "5e6 contradicted  | 5e6 consistent   | consistent; it was contradicted",
        "-                 | -                | unknown; it was unknown"
      })
  void agreementIsSaidAsItIsAndWas(@Nullable String last, @Nullable String now, String words) {
    Alert.State was = last == null ? null : state(last);

    assertThat(reasons(null, "hardware", was, now).agreement())
        .isEqualTo("What is said of DeepSeek's hardware is " + words + ".");
  }
}
