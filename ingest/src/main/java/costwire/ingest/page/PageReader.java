package costwire.ingest.page;

import costwire.ingest.Article;
import costwire.ingest.UnlistedException;
import costwire.ingest.UnreadableException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads a page: one parse, one walk, then arithmetic. */
public final class PageReader {
  /** Less is a caption or a notice, not an article. */
  private static final int LEAST_TEXT = 20;

  /** With less there may be more of it where a script would look. */
  private static final int LITTLE_TEXT = 250;

  private PageReader() {}

  /**
   * @throws UnreadableException if it is no HTML page or holds no article
   * @throws UnlistedException if its publisher wants it in no index
   */
  public static Article read(
      byte[] page, @Nullable String contentType, @Nullable URI url, Instant fetchedAt) {
    String refusal = Sniff.notText(page);
    if (refusal != null) {
      throw new UnreadableException(refusal);
    }
    PageSource source = new PageSource(page, contentType, url);
    PageHead head = new PageHead();
    PageWalk walk = new PageWalk(head).over(source.document);
    if (head.unlisted() != null) {
      throw new UnlistedException(head.unlisted());
    }
    String text = text(source, head, walk);
    if (!Letters.areAtLeast(LEAST_TEXT, text)) {
      throw new UnreadableException("no article found on this page");
    }
    return article(head, walk, text, url, fetchedAt);
  }

  private static String text(PageSource source, PageHead head, PageWalk walk) {
    List<String> authors = head.authors(head.publisher(source.url), walk.blocks);
    Element narrowed = Sites.standard().narrowed(source.document, source.url);
    Element page = narrowed == null ? source.document : narrowed;
    PageWalk within = narrowed == null ? walk : new PageWalk(new PageHead()).over(page);
    String text = Body.of(within, head.title(), authors, head.body());
    text = longer(text, head.body() == null ? null : paragraphs(head.body()), 1.6);
    if (Letters.areAtLeast(LITTLE_TEXT, text)) {
      return text;
    }
    // A script may build the page: from its state, or from what it would show.
    String found = longer(text, ScriptState.text(source.scripts()), 2);
    if (!within.hides) {
      return found;
    }
    PageWalk all = new PageWalk(new PageHead(), true).over(page);
    return longer(found, Body.of(all, head.title(), authors, null), 2);
  }

  private static Article article(
      PageHead head, PageWalk walk, String text, @Nullable URI url, Instant fetchedAt) {
    String title = head.title();
    URI canonical = head.canonical(url);
    URI address = canonical == null ? url : canonical;
    String stated = canonical == null ? null : canonical.toString();
    // A copy is an article of its own: it must not take the place of what it copies.
    boolean copy =
        canonical != null && url != null && !Canonical.sameOutlet(Variants.main(url), canonical);
    URI named = copy ? url : address;
    Instant published = head.published(url, fetchedAt, walk.blocks);
    return Article.of(named == null ? ArticleId.of(title, text) : ArticleId.of(named), title, text)
        .url(url == null ? stated : url.toString())
        .publisher(head.publisher(address))
        .publishedAt(published)
        .modifiedAt(head.modified(url, fetchedAt, published))
        .fetchedAt(fetchedAt)
        .authors(head.authors(head.publisher(address), walk.blocks))
        .language(head.language())
        .canonicalUrl(stated)
        .paywalled(head.paywalled())
        .build();
  }

  /** The other text if it is so many times longer. */
  private static String longer(String text, @Nullable String other, double times) {
    return other == null || text.length() * times >= other.length() ? text : other;
  }

  @SuppressWarnings("StringSplitter") // empty lines at the end are to go
  private static String paragraphs(String stated) {
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
