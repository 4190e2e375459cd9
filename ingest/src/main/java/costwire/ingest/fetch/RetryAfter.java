package costwire.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds, or a date as HTTP writes it. */
final class RetryAfter {
  /** A server that asks for more is asked again after this. */
  static final Duration LONGEST = Duration.ofDays(7);

  private RetryAfter() {}

  /**
   * @param header as sent; null if there is none
   * @param date the response's {@code Date} as sent: the server's own clock; null if there is none
   * @param now our clock, where the server sent none
   * @return null if the header says nothing that can be read
   */
  static @Nullable Duration read(@Nullable String header, @Nullable String date, Instant now) {
    if (header == null) {
      return null;
    }
    if (header.matches("[0-9]{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(header)));
    }
    Instant until = instant(header);
    Instant theirs = date == null ? null : instant(date);
    return until == null ? null : bounded(Duration.between(theirs == null ? now : theirs, until));
  }

  private static Duration bounded(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  static @Nullable Instant instant(String text) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
