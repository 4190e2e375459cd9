package costwire.deploy.serve;

import costwire.ingest.Feed;
import costwire.ingest.Ingest;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a client sends it: settings alone, for its state is the follower's.
 *
 * @param url http or https
 * @param interval ISO 8601, such as {@code PT10M}; null: the usual one
 */
record FeedDraft(
    String url,
    @Nullable String title,
    @Nullable String language,
    @Nullable String publisher,
    @Nullable String interval) {
  private static final int MAX_TEXT = 200;
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final List<String> LANGUAGES = Arrays.asList(Locale.getISOLanguages());

  /**
   * @throws Problem.Refused naming the field that is wrong
   */
  Feed feed() {
    String address =
        Ingest.address(url).orElseThrow(() -> refused("url", "an http or https address"));
    if (language != null && !LANGUAGES.contains(language)) {
      throw refused("language", "an ISO 639-1 code such as 'en'");
    }
    return new Feed(
        address, text("title", title), language, text("publisher", publisher), every(), null);
  }

  private Duration every() {
    try {
      Duration every = interval == null ? Feed.DEFAULT_INTERVAL : Duration.parse(interval);
      if (every.compareTo(Duration.ofSeconds(1)) >= 0 && every.compareTo(LONGEST) <= 0) {
        return every;
      }
    } catch (DateTimeException e) {
      // Refused like one out of range.
    }
    throw refused("interval", "between a second and 30 days, such as PT10M");
  }

  private static @Nullable String text(String name, @Nullable String value) {
    if (value != null && value.length() > MAX_TEXT) {
      throw refused(name, "at most " + MAX_TEXT + " characters");
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static Problem.Refused refused(String name, String wanted) {
    return new Problem.Refused(400, "'" + name + "' must be " + wanted);
  }
}
