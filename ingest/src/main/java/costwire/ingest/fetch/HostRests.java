package costwire.ingest.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Until when hosts are left alone: those that asked for it, and those that do not answer, so that
 * all who wait for them need not find out one by one.
 */
final class HostRests {
  /** A server that is overrun but does not say for how long. */
  static final Duration OVERRUN = Duration.ofMinutes(1);

  private static final int MAX_HOSTS = 100_000;
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int MAX_DOUBLINGS = 5;

  private final Map<String, Rest> hosts =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rest> eldest) {
          return size() > MAX_HOSTS;
        }
      };

  private final Clock clock;

  HostRests(Clock clock) {
    this.clock = clock;
  }

  /** How long the host is still to be left alone; zero if it is not. */
  synchronized Duration left(String host) {
    Rest rest = hosts.get(host);
    Duration left = rest == null ? Duration.ZERO : Duration.between(clock.instant(), rest.until);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Until when the host is to be left alone; null if it is not. */
  synchronized @Nullable Instant until(String host) {
    Rest rest = hosts.get(host);
    return rest != null && rest.until.isAfter(clock.instant()) ? rest.until : null;
  }

  /** The host asked for it: nothing shortens what it asked for before. */
  synchronized void asked(String host, Duration wait) {
    Instant until = clock.instant().plus(wait);
    hosts.merge(
        host, new Rest(until, 0), (old, asked) -> old.until.isAfter(asked.until) ? old : asked);
  }

  /** No reply came: the second time in a row the host gets a rest, then ever longer ones. */
  synchronized void silent(String host) {
    Rest before = hosts.getOrDefault(host, new Rest(Instant.MIN, 0));
    int silences = before.silences + 1;
    Instant now = clock.instant();
    Instant until =
        silences < 2
            ? now
            : now.plus(SILENCE.multipliedBy(1L << Math.min(silences - 2, MAX_DOUBLINGS)));
    hosts.put(host, new Rest(until.isAfter(before.until) ? until : before.until, silences));
  }

  synchronized void answered(String host) {
    Rest rest = hosts.get(host);
    if (rest != null && !rest.until.isAfter(clock.instant())) {
      hosts.remove(host);
    }
  }

  synchronized int size() {
    return hosts.size();
  }

  /**
   * @param silences requests in a row that no reply came to
   */
  private record Rest(Instant until, int silences) {}
}
