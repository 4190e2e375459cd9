package costwire.ingest.feed;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Feeds carry HTML where text is meant, text where HTML is meant, and HTML wrapped in HTML. */
final class Plain {
  private static final int MAX_MARKUP = 20_000;
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_BRIEF = 80;

  /** A tag that a feed's text may have in it, or a reference: {@code Map<String>} is neither. */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?i)</?(?:a|abbr|article|aside|audio|b|big|blockquote|br|center|cite|code|dd|del|div|dl"
              + "|dt|em|embed|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|li"
              + "|main|mark|nobr|object|ol|p|picture|pre|q|s|script|section|small|span|strike"
              + "|strong|style|sub|sup|svg|table|tbody|td|th|time|tr|tt|u|ul|video|wbr)"
              + "(?:[\\s/][^<>]{0,2000})?>"
              + "|&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});|<!--");

  private static final Pattern WRAPPED =
      Pattern.compile(
          "(?i)</?(?:p|br|b|i|a|em|strong|div|span|img|li|ul)(?:[\\s/][^<>]{0,2000})?>"
              + "|&(?:nbsp|amp|quot|lt|gt|apos|#[0-9]{2,5});");

  private Plain() {}

  /** As one line of plain text, shortened; empty if there is none. */
  static String text(@Nullable String markup) {
    if (markup == null || markup.isBlank()) {
      return "";
    }
    String bounded = markup.length() > MAX_MARKUP ? markup.substring(0, MAX_MARKUP) : markup;
    String text = isMarked(bounded) ? unmarked(bounded) : bounded;
    String bare = WRAPPED.matcher(text).find() ? unmarked(text) : text;
    String line = Tidy.legal(bare).replaceAll("[\\s\\u00a0]+", " ").strip();
    return line.length() <= MAX_TEXT ? line : shortened(line);
  }

  /** Short enough to be told in a message. */
  static String brief(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= MAX_BRIEF ? line : line.substring(0, MAX_BRIEF) + "…";
  }

  static @Nullable String textOrNull(@Nullable String markup) {
    String text = text(markup);
    return text.isEmpty() ? null : text;
  }

  static boolean isMarked(String text) {
    return (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) && MARKED.matcher(text).find();
  }

  private static String unmarked(String markup) {
    Document page = Jsoup.parse(markup);
    page.select("script, style").remove();
    return page.text();
  }

  private static String shortened(String line) {
    int end = Character.isHighSurrogate(line.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
    return line.substring(0, end).strip() + "…";
  }
}
