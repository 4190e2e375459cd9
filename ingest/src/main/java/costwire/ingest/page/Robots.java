package costwire.ingest.page;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a page's robots element asks of those who keep copies. */
final class Robots {
  /** Our name, as in the User-Agent. */
  private static final String AGENT = "costwire";

  private static final int MAX_LENGTH = 1_000;

  private @Nullable String refusal;

  void see(String name, String content) {
    if (!name.equals("robots") && !name.equals(AGENT) || content.length() > MAX_LENGTH) {
      return;
    }
    Arrays.stream(content.toLowerCase(Locale.ROOT).split("[,;\\s]+", 100))
        .filter(word -> word.equals("noindex") || word.equals("none"))
        .findFirst()
        .ifPresent(
            word -> refusal = "its publisher wants it in no index (" + name + ": " + word + ")");
  }

  /** In words; null if it may be kept. */
  @Nullable String refusal() {
    return refusal;
  }
}
