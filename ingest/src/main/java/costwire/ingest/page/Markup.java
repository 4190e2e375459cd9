package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Parses pages: whatever charset they are in, and nothing deeper than any that a person made. */
public final class Markup {
  private static final int MAX_DEPTH = 250;

  /** From so many bytes on a string of all of it takes longer than reading it piece by piece. */
  private static final int LARGE = 32 << 10;

  private Markup() {}

  /**
   * @param contentType the header as sent; null if there was none
   * @param url what its relative addresses stand on; empty if unknown
   */
  public static Document parse(byte[] page, @Nullable String contentType, String url) {
    return page.length < LARGE
        ? parse(PageCharset.decode(page, contentType), url)
        : parse(page, PageCharset.of(page, contentType), url);
  }

  static Document parse(byte[] page, Charset charset, String url) {
    if (page.length < LARGE || !charset.equals(UTF_8) || !TagNames.areShort(page)) {
      return parse(PageCharset.decoded(page, charset), url);
    }
    int from = PageCharset.hasUtf8Mark(page) ? PageCharset.UTF8_MARK : 0;
    InputStream bytes = new ByteArrayInputStream(page, from, page.length - from);
    return parser().parseInput(new InputStreamReader(bytes, charset), url);
  }

  static Document parse(String html, String url) {
    return parser().parseInput(TagNames.bounded(html), url);
  }

  private static Parser parser() {
    return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
  }
}
