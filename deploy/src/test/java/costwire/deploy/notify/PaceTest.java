package costwire.deploy.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          a lull ends a burst              | 60 | 0    | -                         | 2025-09-18T12:00:00Z | 2025-09-18T12:00:10Z | -                    | -      | 2025-09-18T12:00:15Z
          a minute does too                | 60 | 0    | -                         | 2025-09-18T12:00:00Z | 2025-09-18T12:00:58Z | -                    | -      | 2025-09-18T12:01:00Z
          no grouping                      | 0  | 0    | -                         | 2025-09-18T12:00:00Z | 2025-09-18T12:00:00Z | -                    | -      | 2025-09-18T12:00:00Z
          the least interval               | 60 | 30   | -                         | 2025-09-18T12:00:00Z | 2025-09-18T12:00:00Z | 2025-09-18T11:50:00Z | -      | 2025-09-18T12:20:00Z
          an interval that is over         | 60 | 30   | -                         | 2025-09-18T12:00:00Z | 2025-09-18T12:00:00Z | 2025-09-18T10:00:00Z | -      | 2025-09-18T12:00:05Z
          the interval of a first message  | 60 | 30   | -                         | 2025-09-18T12:00:00Z | 2025-09-18T12:00:00Z | -                    | -      | 2025-09-18T12:00:05Z
          an interval of a week            | 60 | 10080| -                         | 2025-09-18T12:00:00Z | 2025-09-18T12:00:00Z | 2025-09-18T11:00:00Z | -      | 2025-09-25T11:00:00Z
          awake                            | 60 | 0    | 22:00 07:00 Europe/Athens | 2025-09-18T12:00:00Z | 2025-09-18T12:00:00Z | -                    | -      | 2025-09-18T12:00:05Z
          asleep before midnight           | 60 | 0    | 22:00 07:00 Europe/Athens | 2025-09-18T20:00:00Z | 2025-09-18T20:00:00Z | -                    | -      | 2025-09-19T04:00:00Z
          asleep after midnight            | 60 | 0    | 22:00 07:00 Europe/Athens | 2025-09-18T23:00:00Z | 2025-09-18T23:00:00Z | -                    | -      | 2025-09-19T04:00:00Z
          falling asleep                   | 60 | 0    | 22:00 07:00 Europe/Athens | 2025-09-18T18:59:54Z | 2025-09-18T18:59:54Z | -                    | -      | 2025-09-18T18:59:59Z
          fallen asleep meanwhile          | 60 | 0    | 22:00 07:00 Europe/Athens | 2025-09-18T18:59:55Z | 2025-09-18T18:59:55Z | -                    | -      | 2025-09-19T04:00:00Z
          waking                           | 60 | 0    | 22:00 07:00 Europe/Athens | 2025-09-19T03:59:55Z | 2025-09-19T03:59:55Z | -                    | -      | 2025-09-19T04:00:00Z
          a siesta                         | 60 | 0    | 14:00 17:00 Europe/Athens | 2025-09-18T12:30:00Z | 2025-09-18T12:30:00Z | -                    | -      | 2025-09-18T14:00:00Z
          a night without a siesta         | 60 | 0    | 14:00 17:00 Europe/Athens | 2025-09-18T22:00:00Z | 2025-09-18T22:00:00Z | -                    | -      | 2025-09-18T22:00:05Z
          the night when clocks go forward | 60 | 0    | 22:00 07:00 Europe/Berlin | 2025-03-29T22:00:00Z | 2025-03-29T22:00:00Z | -                    | -      | 2025-03-30T05:00:00Z
          the night when they go back      | 60 | 0    | 22:00 07:00 Europe/Berlin | 2025-10-25T22:00:00Z | 2025-10-25T22:00:00Z | -                    | -      | 2025-10-26T06:00:00Z
          an end that the night leaves out | 60 | 0    | 22:00 02:30 Europe/Berlin | 2025-03-29T22:00:00Z | 2025-03-29T22:00:00Z | -                    | -      | 2025-03-30T01:30:00Z
          an end that the night has twice  | 60 | 0    | 22:00 02:30 Europe/Berlin | 2025-10-25T22:00:00Z | 2025-10-25T22:00:00Z | -                    | -      | 2025-10-26T00:30:00Z
          an interval that ends at night   | 60 | 600  | 22:00 07:00 UTC           | 2025-09-18T14:00:00Z | 2025-09-18T14:00:00Z | 2025-09-18T13:00:00Z | -      | 2025-09-19T07:00:00Z
          hourly                           | 60 | 0    | -                         | 2025-09-18T12:10:00Z | 2025-09-18T12:50:00Z | -                    | HOURLY | 2025-09-18T13:00:00Z
          hourly, on the hour              | 60 | 0    | -                         | 2025-09-18T12:00:00Z | 2025-09-18T12:50:00Z | -                    | HOURLY | 2025-09-18T13:00:00Z
          hourly, half an hour off         | 60 | 0    | 22:00 07:00 Asia/Kolkata  | 2025-09-18T12:10:00Z | 2025-09-18T12:10:00Z | -                    | HOURLY | 2025-09-18T12:30:00Z
          daily                            | 60 | 0    | -                         | 2025-09-18T12:10:00Z | 2025-09-18T23:50:00Z | -                    | DAILY  | 2025-09-19T00:00:00Z
          daily, after the night           | 60 | 0    | 22:00 07:00 Europe/Athens | 2025-09-18T12:10:00Z | 2025-09-18T12:10:00Z | -                    | DAILY  | 2025-09-19T04:00:00Z
          daily, and every other day       | 60 | 2880 | -                         | 2025-09-18T12:10:00Z | 2025-09-18T12:10:00Z | 2025-09-18T00:00:00Z | DAILY  | 2025-09-20T00:00:00Z
          """)
  void leaves(
      String name,
      int group,
      int least,
      @Nullable String quiet,
      Instant first,
      Instant last,
      @Nullable Instant before,
      Deliver.@Nullable Digest digest,
      Instant wanted) {
    Pace pace = new Pace(group, least, quiet == null ? null : quiet(quiet));
    assertThat(pace.leaves(first, last, before, digest)).as(name).isEqualTo(wanted);
  }

  private static Pace.Quiet quiet(String words) {
    String[] parts = words.split(" ");
    return new Pace.Quiet(parts[0], parts[1], parts[2]);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 22:00, 07:00, UTC, groupSeconds",
    "3601, 0, 22:00, 07:00, UTC, groupSeconds",
    "60, -1, 22:00, 07:00, UTC, leastMinutes",
    "60, 10081, 22:00, 07:00, UTC, leastMinutes",
    "60, 0, 22:00, 22:00, UTC, differ",
    "60, 0, 24:30, 07:00, UTC, quiet",
    "60, 0, ten, 07:00, UTC, quiet",
    "60, 0, 22:00, 07:00, Athens, quiet",
  })
  void refusesWhatIsNoPace(
      int group, int least, String from, String until, String zone, String wanted) {
    assertThatThrownBy(() -> new Pace(group, least, new Pace.Quiet(from, until, zone)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(wanted);
  }
}
