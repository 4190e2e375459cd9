package costwire.ingest.follow;

import costwire.ingest.Feed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a feed is asked again. */
final class Schedule {
  /** A feed that fails for ever is asked once in this time. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final int MAX_DOUBLINGS = 8;

  private Schedule() {}

  static Instant afterSuccess(Feed feed, Instant now, @Nullable Instant notBefore) {
    return later(now.plus(feed.interval()), notBefore);
  }

  /** Twice as long with every failure in a row, spread by address so that feeds do not march. */
  static Instant afterFailure(Feed feed, int failures, Instant now, @Nullable Instant notBefore) {
    Duration wait = feed.interval().multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    Duration capped =
        wait.compareTo(LONGEST) > 0 && feed.interval().compareTo(LONGEST) < 0 ? LONGEST : wait;
    long spread = Math.floorMod(feed.url().hashCode() + 31 * failures, 200);
    return later(now.plus(capped.multipliedBy(1_000 + spread).dividedBy(1_000)), notBefore);
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }
}
