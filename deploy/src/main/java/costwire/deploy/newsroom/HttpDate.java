package costwire.deploy.newsroom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** RFC 9110's date, which RSS also takes; the JDK's RFC 1123 has one digit for the first days. */
final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  static String print(Instant at) {
    return FORMAT.format(at);
  }

  /** Null where there is none, or none that can be read: the condition then does not hold. */
  static @Nullable Instant read(@Nullable String text) {
    try {
      return text == null ? null : FORMAT.parse(text, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
