package costwire.deploy.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How fast a backfill goes, in words, and how long it will go on. */
final class Pace {
  private static final double MEGABYTE = 1e6;

  private final Clock clock;
  private final Instant start;
  private final long total;
  private final long first;

  /**
   * @param total bytes of all files; 0 if unknown
   * @param first bytes that were done before
   */
  Pace(Clock clock, long total, long first) {
    this.clock = clock;
    this.start = clock.instant();
    this.total = total;
    this.first = first;
  }

  /** Articles a second: {@code 310 articles/s}. */
  String articles(long articles) {
    return String.format(Locale.ROOT, "%.0f articles/s", articles / seconds());
  }

  /** A line of its own: how much, how fast, how much longer. */
  String line(long bytes, long articles, long refused) {
    String count = articles + " articles, " + refused + " refused, " + articles(articles);
    if (total == 0) {
      return count;
    }
    double speed = (bytes - first) / seconds();
    String left = speed > 0 ? ", " + words((long) ((total - bytes) / speed)) + " left" : "";
    return String.format(
        Locale.ROOT,
        "%d %% of %.1f MB, %s, %.1f MB/s%s",
        100 * bytes / total,
        total / MEGABYTE,
        count,
        speed / MEGABYTE,
        left);
  }

  /** Never zero: the first moment is some part of a second. */
  private double seconds() {
    return Math.max(0.001, Duration.between(start, clock.instant()).toMillis() / 1000.0);
  }

  private static String words(long seconds) {
    if (seconds < 90) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 90 ? minutes + " min" : (minutes + 30) / 60 + " h";
  }
}
