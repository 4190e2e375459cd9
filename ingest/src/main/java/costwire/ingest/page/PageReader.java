package costwire.ingest.page;

import costwire.ingest.Article;
import costwire.ingest.UnreadableException;
import java.net.URI;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Reads a page: one parse, one walk, then arithmetic. */
public final class PageReader {
  /** Deeper than any page that a person made. */
  private static final int MAX_DEPTH = 250;

  /** Less is a caption or a notice, not an article. */
  private static final int LEAST_TEXT = 20;

  private PageReader() {}

  /**
   * @throws UnreadableException if it is no HTML page or holds no article
   */
  public static Article read(
      byte[] page, @Nullable String contentType, @Nullable URI url, Instant fetchedAt) {
    String refusal = Sniff.notText(page);
    if (refusal != null) {
      throw new UnreadableException(refusal);
    }
    String html = PageCharset.decode(page, contentType);
    Document document =
        Parser.htmlParser()
            .setMaxDepth(MAX_DEPTH)
            .parseInput(html, url == null ? "" : url.toString());
    PageHead head = new PageHead();
    PageWalk walk = new PageWalk(head);
    NodeTraversor.filter(walk, document);
    walk.end();
    String title = head.title();
    String text = fuller(Body.of(walk, title), head.body());
    if (text.codePoints().mapToLong(Letters::weight).sum() < LEAST_TEXT * 10L) {
      throw new UnreadableException("no article found on this page");
    }
    return article(head, title, text, url, fetchedAt);
  }

  private static Article article(
      PageHead head, String title, String text, @Nullable URI url, Instant fetchedAt) {
    URI canonical = head.canonical(url);
    URI address = canonical == null ? url : canonical;
    String stated = canonical == null ? null : canonical.toString();
    return Article.of(
            address == null ? ArticleId.of(title, text) : ArticleId.of(address), title, text)
        .url(url == null ? stated : url.toString())
        .publisher(head.publisher(address))
        .publishedAt(head.published(address, fetchedAt))
        .fetchedAt(fetchedAt)
        .language(head.language())
        .canonicalUrl(stated)
        .build();
  }

  /** Pages that a script fills in carry their text for machines only. */
  @SuppressWarnings("StringSplitter") // empty lines at the end are to go
  private static String fuller(String body, @Nullable String stated) {
    if (stated == null || body.length() * 2 >= stated.length()) {
      return body;
    }
    StringBuilder text = new StringBuilder();
    for (String line : Parser.unescapeEntities(stated, false).split("\\R+")) {
      RunOfText run = new RunOfText();
      run.append(line, false);
      if (!run.isEmpty()) {
        text.append(text.length() == 0 ? "" : "\n\n").append(run.take());
      }
    }
    return text.toString();
  }
}
