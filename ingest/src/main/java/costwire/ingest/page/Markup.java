package costwire.ingest.page;

import java.io.CharArrayReader;
import java.io.Reader;
import java.nio.CharBuffer;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Parses pages: whatever charset they are in, and nothing deeper than any that a person made. */
public final class Markup {
  private static final int MAX_DEPTH = 250;

  private Markup() {}

  /**
   * @param contentType the header as sent; null if there was none
   * @param url what its relative addresses stand on; empty if unknown
   */
  public static Document parse(byte[] page, @Nullable String contentType, String url) {
    return parse(PageCharset.decode(page, contentType), url);
  }

  static Document parse(CharBuffer html, String url) {
    if (!TagNames.areShort(html)) {
      return parse(html.toString(), url);
    }
    Reader chars =
        new CharArrayReader(html.array(), html.arrayOffset() + html.position(), html.length());
    return parser().parseInput(chars, url);
  }

  static Document parse(String html, String url) {
    return parser().parseInput(TagNames.bounded(html), url);
  }

  private static Parser parser() {
    return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
  }
}
