package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * When a message is tried again, as the Standard Webhooks specification proposes: ten tries in a
 * good three days. Up to a tenth is added to each wait, the same each time it is computed, so that
 * receivers that failed together do not come back together.
 */
final class RetrySchedule {
  /** Tries of one message, the first included. */
  static final int TRIES = 10;

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** Parts of a tenth. */
  private static final int FINENESS = 1_000;

  private RetrySchedule() {}

  /**
   * How long to wait after a try that failed.
   *
   * @param tries so far, at least one
   * @param asked what the receiver asks to wait; null: nothing. A longer wait of its own is kept to
   * @return null after the last try
   */
  static @Nullable Duration wait(String messageId, int tries, @Nullable Duration asked) {
    if (tries >= TRIES) {
      return null;
    }
    Duration planned = WAITS.get(tries - 1);
    CRC32 hash = new CRC32();
    hash.update((messageId + '/' + tries).getBytes(UTF_8));
    long jitter = planned.toMillis() / 10 * (hash.getValue() % FINENESS) / FINENESS;
    Duration wait = planned.plusMillis(jitter);
    return asked == null || asked.compareTo(wait) < 0 ? wait : asked;
  }
}
