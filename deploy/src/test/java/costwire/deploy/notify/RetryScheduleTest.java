package costwire.deploy.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
  private static Duration wait(String id, int tries, @Nullable Duration asked) {
    return Objects.requireNonNull(RetrySchedule.wait(id, tries, asked));
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT5M",
    "3, PT30M",
    "4, PT2H",
    "5, PT5H",
    "6, PT10H",
    "7, PT14H",
    "8, PT20H",
    "9, PT24H",
  })
  void waitsAsPlannedAndUpToATenthLonger(int tries, Duration planned) {
    assertThat(IntStream.range(0, 500).mapToObj(i -> wait("msg_" + i, tries, null)))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(planned, planned.plus(planned.dividedBy(10))));
    assertThat(IntStream.range(0, 500).mapToObj(i -> wait("msg_" + i, tries, null)).distinct())
        .as("not all at once")
        .hasSizeGreaterThan(150);
  }

  @Test
  void goesOnForAGoodThreeDays() {
    for (String id : new String[] {"msg_a", "msg_b", "msg_c"}) {
      Duration all =
          IntStream.range(1, RetrySchedule.TRIES)
              .mapToObj(tries -> wait(id, tries, null))
              .reduce(Duration.ZERO, Duration::plus);
      assertThat(all).isBetween(Duration.ofHours(75), Duration.ofHours(84));
    }
  }

  @Test
  void waitsAsLongWhenAskedAgain() {
    assertThat(wait("msg_a", 3, null)).isEqualTo(wait("msg_a", 3, null));
    assertThat(Stream.of(1, 2, 3).map(t -> wait("msg_a", t, null)).distinct()).hasSize(3);
  }

  @Test
  void endsAfterTheLastTry() {
    assertThat(RetrySchedule.wait("msg_a", RetrySchedule.TRIES, null)).isNull();
    assertThat(RetrySchedule.wait("msg_a", RetrySchedule.TRIES, Duration.ofHours(1))).isNull();
    assertThat(RetrySchedule.wait("msg_a", RetrySchedule.TRIES + 5, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1, PT1H, PT1H", "1, PT6S, PT6S", "4, P7D, P7D"})
  void waitsLongerWhereTheReceiverAsks(int tries, Duration asked, Duration wanted) {
    assertThat(wait("msg_a", tries, asked)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"1, PT0S", "1, PT5S", "9, PT1H"})
  void waitsNoShorterWhereItAsks(int tries, Duration asked) {
    assertThat(wait("msg_a", tries, asked)).isEqualTo(wait("msg_a", tries, null));
  }
}
