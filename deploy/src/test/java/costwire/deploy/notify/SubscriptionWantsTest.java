package costwire.deploy.notify;

import static costwire.deploy.notify.NotifyRig.START;
import static costwire.deploy.notify.NotifyRig.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.extract.Scope;
import costwire.stream.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of what. */
class SubscriptionWantsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          everything                         | -                | -               | -            | -  | -   | -   | estimate-moved  | 100 | 101 | true
          its company                        | deepseek         | -               | -            | -  | -   | -   | estimate-moved  | 100 | 101 | true
          one of its companies               | openai,deepseek  | -               | -            | -  | -   | -   | estimate-moved  | 100 | 101 | true
          another's company                  | openai           | -               | -            | -  | -   | -   | estimate-moved  | 100 | 101 | false
          its kind                           | -                | new-claim       | -            | -  | -   | -   | new-claim       | 100 | 101 | true
          another kind                       | -                | new-claim       | -            | -  | -   | -   | dispute-opened  | 100 | 101 | false
          its scope                          | -                | -               | training-run | -  | -   | -   | new-claim       | 100 | 101 | true
          another scope                      | -                | -               | hardware     | -  | -   | -   | new-claim       | 100 | 101 | false
          moved by as much                   | -                | -               | -            | 10 | -   | -   | estimate-moved  | 100 | 110 | true
          moved by less                      | -                | -               | -            | 10 | -   | -   | estimate-moved  | 100 | 109 | false
          moved down by as much              | -                | -               | -            | 10 | -   | -   | estimate-moved  | 110 | 100 | true
          moved down by less                 | -                | -               | -            | 10 | -   | -   | estimate-moved  | 109 | 100 | false
          moved out of nothing               | -                | -               | -            | 10 | -   | -   | estimate-moved  | -   | 1   | true
          vanished                           | -                | -               | -            | 10 | -   | -   | estimate-moved  | 1   | -   | true
          another kind, moved by less        | -                | -               | -            | 10 | -   | -   | new-claim       | 100 | 101 | true
          above                              | -                | -               | -            | -  | 100 | -   | estimate-moved  | 50  | 100 | true
          was above                          | -                | -               | -            | -  | 100 | -   | estimate-moved  | 100 | 50  | true
          never above                        | -                | -               | -            | -  | 100 | -   | estimate-moved  | 50  | 99  | false
          above, without a figure            | -                | -               | -            | -  | 100 | -   | claim-retracted | -   | -   | false
          below                              | -                | -               | -            | -  | -   | 100 | estimate-moved  | 150 | 100 | true
          never below                        | -                | -               | -            | -  | -   | 100 | estimate-moved  | 150 | 101 | false
          between                            | -                | -               | -            | -  | 50  | 100 | estimate-moved  | 70  | 80  | true
          passed through both, never between | -                | -               | -            | -  | 50  | 100 | estimate-moved  | 10  | 500 | true
          all of it but one                  | deepseek         | estimate-moved  | training-run | 10 | 50  | 90  | estimate-moved  | 100 | 120 | false
          all of it                          | deepseek         | estimate-moved  | training-run | 10 | 50  | 110 | estimate-moved  | 100 | 120 | true
          """)
  void isAbout(
      String name,
      @Nullable String companies,
      @Nullable String kinds,
      @Nullable String scopes,
      @Nullable Integer byPercent,
      @Nullable BigDecimal above,
      @Nullable BigDecimal below,
      String kind,
      @Nullable BigDecimal before,
      @Nullable BigDecimal after,
      boolean wanted) {
    Subscription any = subscription("a");
    Subscription subscription =
        new Subscription(
            "a",
            "Desk",
            companies == null ? List.of() : List.of(companies.split(",")),
            words(kinds, Alert.Kind.class),
            words(scopes, Scope.class),
            byPercent,
            above,
            below,
            Pace.STANDARD,
            any.deliver(),
            START,
            null,
            null);
    Alert alert = alert(Json.mapper().convertValue(kind, Alert.Kind.class), before, after);
    assertThat(subscription.wants(alert)).as(name).isEqualTo(wanted);
  }

  private static <E extends Enum<E>> List<E> words(@Nullable String words, Class<E> type) {
    return words == null
        ? List.of()
        : Arrays.stream(words.split(","))
            .map(word -> Json.mapper().convertValue(word, type))
            .toList();
  }

  private static Alert alert(
      Alert.Kind kind, @Nullable BigDecimal before, @Nullable BigDecimal after) {
    return new Alert(
        "1",
        START,
        "deepseek",
        "DeepSeek",
        kind,
        new Alert.Line(null, Scope.TRAINING_RUN),
        state(before),
        state(after),
        "Something changed.",
        List.of(),
        null);
  }

  private static Alert.@Nullable State state(@Nullable BigDecimal median) {
    return median == null
        ? null
        : new Alert.State(
            new Estimate.Interval(median, median, median), Estimate.Agreement.SINGLE_SOURCE, 1);
  }

  @Test
  void wantsNothingFromBeforeItsTimeOrAfterItAndNothingOfOthers() {
    Alert alert = alert(Alert.Kind.NEW_CLAIM, null, BigDecimal.ONE);
    Subscription subscription = subscription("a");
    assertThat(subscription.wants(alert)).isTrue();
    assertThat(subscription.wants(alert.to("a"))).isFalse();
    assertThat(subscription.disabled(START, "enough").wants(alert)).isFalse();
    Alert early = NotifyRig.alert("1", "deepseek", 5);
    Alert before =
        new Alert(
            early.id(),
            START.minusMillis(1),
            early.companyId(),
            early.company(),
            early.kind(),
            early.line(),
            null,
            early.after(),
            early.reason(),
            early.claimIds(),
            null);
    assertThat(subscription.wants(before)).isFalse();
    assertThat(subscription.isAbout(before)).isTrue();
  }
}
