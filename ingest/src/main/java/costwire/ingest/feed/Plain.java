package costwire.ingest.feed;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Feeds carry HTML where text is meant, and text where HTML is meant. */
final class Plain {
  private static final int MAX_MARKUP = 20_000;
  private static final int MAX_TEXT = 1_000;

  private Plain() {}

  /** As one line of plain text, shortened; empty if there is none. */
  static String text(@Nullable String markup) {
    if (markup == null || markup.isBlank()) {
      return "";
    }
    String bounded = markup.length() > MAX_MARKUP ? markup.substring(0, MAX_MARKUP) : markup;
    boolean marked = bounded.indexOf('<') >= 0 || bounded.indexOf('&') >= 0;
    String text = marked ? Jsoup.parse(bounded).text() : bounded;
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT).strip() + "…";
  }

  static @Nullable String textOrNull(@Nullable String markup) {
    String text = text(markup);
    return text.isEmpty() ? null : text;
  }
}
