package costwire.ingest.follow;

import costwire.ingest.Feed;
import costwire.ingest.Feed.State;
import costwire.ingest.Wishes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a feed is asked again. */
final class Schedule {
  /** A feed that fails for ever is asked once in this time; no wish for rest is granted beyond. */
  static final Duration LONGEST = Duration.ofDays(1);

  /** A feed that never changes is asked this many times less often than one that always does. */
  private static final int SLOWEST = 72;

  private static final int MAX_DOUBLINGS = 8;

  /** A server that says when to come again need not be feared so much. */
  private static final int DOUBLINGS_WHEN_TOLD = 2;

  private Schedule() {}

  /**
   * Time between polls: half after a change, half as much again after none, so that a feed is asked
   * about twice for each change.
   */
  static Duration pace(Feed feed, boolean changed) {
    Duration before = feed.stateOrNew().pace();
    Duration least = feed.interval();
    if (before == null) {
      return least;
    }
    Duration next = changed ? before.dividedBy(2) : before.multipliedBy(3).dividedBy(2);
    return longer(least, shorter(next, ceiling(least)));
  }

  /** Six hours for the usual interval of five minutes. */
  static Duration ceiling(Duration interval) {
    return longer(interval, shorter(interval.multipliedBy(SLOWEST), LONGEST));
  }

  /**
   * @param state with the pace and the publisher's wishes as they are now
   * @param freshFor how long the server lets its copy be kept; null if it does not say
   * @param notBefore when a host that asked for rest may be asked again; null if none did
   */
  static Instant afterSuccess(
      Feed feed,
      State state,
      @Nullable Duration freshFor,
      Instant now,
      @Nullable Instant notBefore) {
    Wishes wishes = state.wishes();
    Duration wait = state.pace() == null ? feed.interval() : state.pace();
    if (wishes != null && wishes.ttl() != null) {
      wait = longer(wait, shorter(wishes.ttl(), LONGEST));
    }
    if (freshFor != null) {
      // Servers say a year of all they have; a feed's own word, the ttl, is trusted further.
      wait = longer(wait, shorter(freshFor, ceiling(feed.interval())));
    }
    return QuietHours.after(wishes, later(now.plus(wait), notBefore));
  }

  /**
   * Twice as long with every failure in a row, spread by address so that feeds do not march.
   *
   * @param notBefore when the server told us to come again; null if it did not
   */
  static Instant afterFailure(Feed feed, int failures, Instant now, @Nullable Instant notBefore) {
    int doublings = notBefore == null ? MAX_DOUBLINGS : DOUBLINGS_WHEN_TOLD;
    Duration wait = feed.interval().multipliedBy(1L << Math.min(failures, doublings));
    Duration capped = feed.interval().compareTo(LONGEST) < 0 ? shorter(wait, LONGEST) : wait;
    long spread = Math.floorMod(feed.url().hashCode() + 31 * failures, 200);
    return later(now.plus(capped.multipliedBy(1_000 + spread).dividedBy(1_000)), notBefore);
  }

  /** When the host may be asked again; its feeds come one after the other, within a minute. */
  static Instant afterRest(Feed feed, Duration rest, Instant now) {
    return now.plus(rest).plusMillis(Math.floorMod(feed.url().hashCode(), 60_000));
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
