package costwire.deploy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Moments as users write them: to the second, or as a day. */
public final class Moment {
  public static final String FORMS =
      "a date such as 2025-01-31, or an instant such as 2025-01-31T12:00:00Z";

  private Moment() {}

  /**
   * Reads a moment.
   *
   * @param end whether a day means its last moment; else its first, in UTC
   * @throws java.time.DateTimeException if it is neither of the {@link #FORMS}
   */
  public static Instant parse(String text, boolean end) {
    if (text.contains("T")) {
      return Instant.parse(text);
    }
    LocalDate day = LocalDate.parse(text);
    return (end ? day.plusDays(1) : day)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .minusNanos(end ? 1 : 0);
  }
}
