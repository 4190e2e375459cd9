package costwire.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Feed;
import costwire.ingest.Feed.State;
import costwire.ingest.Wishes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // tables hold nulls
class ScheduleTest {
  /** A Thursday. */
  private static final Instant NOON = Instant.parse("2025-09-18T12:00:00Z");

  private static final Feed FEED = Feed.of("https://x.example/feed");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "PT5M, -, false, PT5M",
        "PT5M, -, true, PT5M",
        "PT5M, PT5M, true, PT5M",
        "PT5M, PT5M, false, PT7M30S",
        "PT5M, PT2H, true, PT1H",
        "PT5M, PT2H, false, PT3H",
        "PT5M, PT5H, false, PT6H",
        "PT5M, PT6H, false, PT6H",
        "PT1S, PT60S, false, PT72S",
        "PT1H, PT20H, false, PT24H",
        "PT48H, PT48H, false, PT48H",
        "PT1H, PT10M, false, PT1H"
      })
  void asksAFeedOftenerThatChangesAndSeldomerThatDoesNot(
      Duration least, Duration before, boolean changed, Duration next) {
    Feed feed = FEED.every(least).with(State.NEW.but().pace(before).build());
    assertThat(Schedule.pace(feed, changed)).isEqualTo(next);
  }

  @Test
  void asksAboutTwiceForEachChangeOfAFeedThatChangesEvenly() {
    Duration gap = Duration.ofHours(2);
    Feed feed = FEED.with(State.NEW);
    Duration clock = Duration.ZERO;
    long seen = 0;
    int polls = 0;
    while (clock.compareTo(Duration.ofDays(30)) < 0) {
      long changes = clock.dividedBy(gap);
      feed = feed.with(feed.stateOrNew().but().pace(Schedule.pace(feed, changes > seen)).build());
      seen = changes;
      clock = clock.plus(feed.stateOrNew().pace());
      polls++;
    }
    assertThat((double) polls / seen).isBetween(1.5, 3.5);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // pace, ttl, fresh, not before, due
        "PT10M, -, -, -, 2025-09-18T12:10:00Z",
        "PT10M, PT1H, -, -, 2025-09-18T13:00:00Z",
        "PT3H, PT1H, -, -, 2025-09-18T15:00:00Z",
        "PT10M, PT240H, -, -, 2025-09-19T12:00:00Z",
        "PT10M, -, PT30M, -, 2025-09-18T12:30:00Z",
        "PT10M, -, PT0S, -, 2025-09-18T12:10:00Z",
        "PT10M, -, PT8760H, -, 2025-09-18T18:00:00Z",
        "PT10M, PT1H, PT30M, 2025-09-18T14:00:00Z, 2025-09-18T14:00:00Z",
        "PT10M, -, -, 2025-09-18T12:01:00Z, 2025-09-18T12:10:00Z"
      })
  void waitsAsLongAsTheLongestOfThoseWhoWishForIt(
      Duration pace, Duration ttl, Duration fresh, Instant notBefore, Instant due) {
    State state = State.NEW.but().pace(pace).wishes(new Wishes(ttl, Set.of(), Set.of())).build();
    assertThat(Schedule.afterSuccess(FEED, state, fresh, NOON, notBefore)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, 2025-09-18T12:05:00Z",
        "11 13, -, 2025-09-18T12:05:00Z",
        "12, -, 2025-09-18T13:00:00Z",
        "12 13 14, -, 2025-09-18T15:00:00Z",
        "12 13 14 15 16 17 18 19 20 21 22 23, -, 2025-09-19T00:00:00Z",
        "-, THURSDAY, 2025-09-19T00:00:00Z",
        "0 1, THURSDAY FRIDAY, 2025-09-20T02:00:00Z",
        "-, MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY, 2025-09-18T12:05:00Z",
        "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23, -, 2025-09-18T12:05:00Z"
      })
  void asksNothingInQuietHoursAndOnQuietDays(String hours, String days, Instant due) {
    Set<Integer> quietHours =
        hours == null
            ? Set.of()
            : Arrays.stream(hours.split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
    Set<DayOfWeek> quietDays =
        days == null
            ? Set.of()
            : Arrays.stream(days.split(" ")).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    State state = State.NEW.but().wishes(new Wishes(null, quietHours, quietDays)).build();
    assertThat(Schedule.afterSuccess(FEED, state, null, NOON, null)).isEqualTo(due);
  }

  @Test
  void doublesTheWaitWithEveryFailureUpToADayAndSpreadsIt() {
    Duration before = Duration.ZERO;
    for (int failures = 1; failures <= 20; failures++) {
      Duration wait = Duration.between(NOON, Schedule.afterFailure(FEED, failures, NOON, null));
      Duration plain = Feed.DEFAULT_INTERVAL.multipliedBy(1L << Math.min(failures, 8));
      Duration least = plain.compareTo(Schedule.LONGEST) > 0 ? Schedule.LONGEST : plain;
      assertThat(wait).isBetween(least, least.multipliedBy(6).dividedBy(5));
      before = wait;
    }
    assertThat(Schedule.afterFailure(Feed.of("https://x.example/b"), 20, NOON, null))
        .isNotEqualTo(NOON.plus(before));
  }

  @Test
  void comesWhenToldAndWaitsFourTimesAsLongAtMost() {
    Instant soon = NOON.plusSeconds(2);
    Instant late = NOON.plus(Duration.ofDays(2));
    for (int failures = 1; failures <= 20; failures++) {
      long times = 1L << Math.min(failures, 2);
      Duration least = Feed.DEFAULT_INTERVAL.multipliedBy(times);
      assertThat(Duration.between(NOON, Schedule.afterFailure(FEED, failures, NOON, soon)))
          .isBetween(least, least.multipliedBy(6).dividedBy(5));
      assertThat(Schedule.afterFailure(FEED, failures, NOON, late)).isEqualTo(late);
    }
  }
}
