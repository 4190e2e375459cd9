package costwire.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Reads how long a reply may be kept (RFC 9111): {@code Cache-Control}, else {@code Expires}. */
final class Freshness {
  private static final Pattern MAX_AGE = Pattern.compile("max-age=\"?([0-9]{1,12})\"?");
  private static final int MAX_HEADER = 1_000;

  private Freshness() {}

  /**
   * @param now our clock, where the server sent none
   * @return null if the server leaves it open; zero if it wants to be asked each time
   */
  static @Nullable Duration of(Reply reply, Instant now) {
    Duration left = lifetime(reply, now);
    String age = reply.header(HttpHeaders.AGE);
    if (left == null || left.isZero() || age == null || !age.matches("[0-9]{1,9}")) {
      return left;
    }
    return positive(left.minusSeconds(Long.parseLong(age)));
  }

  private static @Nullable Duration lifetime(Reply reply, Instant now) {
    Long seconds = null;
    for (Header header : reply.head().getHeaders(HttpHeaders.CACHE_CONTROL)) {
      String value = header.getValue() == null ? "" : header.getValue();
      for (String directive : value.substring(0, Math.min(MAX_HEADER, value.length())).split(",")) {
        String word = directive.strip().toLowerCase(Locale.ROOT);
        if (word.equals("no-cache") || word.equals("no-store")) {
          return Duration.ZERO;
        }
        Matcher maxAge = MAX_AGE.matcher(word);
        if (maxAge.matches()) {
          long said = Long.parseLong(maxAge.group(1));
          seconds = seconds == null ? said : Math.min(seconds, said);
        }
      }
    }
    return seconds == null ? untilExpiry(reply, now) : Duration.ofSeconds(seconds);
  }

  private static @Nullable Duration untilExpiry(Reply reply, Instant now) {
    String expires = reply.header(HttpHeaders.EXPIRES);
    if (expires == null) {
      return null;
    }
    Instant until = RetryAfter.instant(expires);
    String date = reply.header(HttpHeaders.DATE);
    Instant theirs = date == null ? null : RetryAfter.instant(date);
    // "Expires: 0" and other no-dates mean: at once.
    return until == null
        ? Duration.ZERO
        : positive(Duration.between(theirs == null ? now : theirs, until));
  }

  private static Duration positive(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }
}
