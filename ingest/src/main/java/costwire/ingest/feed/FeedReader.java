package costwire.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import costwire.ingest.Listing;
import costwire.ingest.UnreadableException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Reads a feed of any of the known formats, whatever it is labelled as. */
public final class FeedReader {
  /** Entries beyond are left out: the newest come first. */
  static final int MAX_ENTRIES = 1_000;

  /** Warnings of a broken server may come before a feed. */
  private static final int LOOK = 4_096;

  private static final Set<String> SITEMAPS = Set.of("urlset", "sitemapindex");
  private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "urlset", "sitemapindex");

  private static final Pattern ROOT =
      Pattern.compile("<(?:[a-z][a-z0-9]{0,20}:)?(?:rss|rdf|feed|urlset|sitemapindex)[\\s>]");

  private static final Pattern HTML = Pattern.compile("<(?:!doctype html|html|head|body)[\\s>]");

  private FeedReader() {}

  /**
   * As {@link #read(byte[], String, URI)}, of a feed that came without a label.
   *
   * @throws UnreadableException if it is no feed
   */
  public static Listing read(byte[] body, URI url) {
    return read(body, null, url);
  }

  /**
   * @param contentType as the server sent it; null if it sent none
   * @param url where it was read; what its relative addresses stand on
   * @throws UnreadableException if it is no feed
   */
  public static Listing read(byte[] body, @Nullable String contentType, URI url) {
    String text = FeedText.of(body, contentType);
    if (text.stripLeading().startsWith("{")) {
      return JsonFeed.read(text.strip(), url);
    }
    String start = text.substring(0, Math.min(text.length(), LOOK)).toLowerCase(Locale.ROOT);
    if (!ROOT.matcher(start).find() && HTML.matcher(start).find()) {
      throw new UnreadableException("not a feed: an HTML page");
    }
    if (text.indexOf('<') < 0) {
      throw new UnreadableException("not a feed: neither XML nor JSON");
    }
    Element root = SafeXml.read(text, ROOTS);
    return SITEMAPS.contains(root.getName()) ? Sitemap.read(root, url) : XmlFeed.read(root, url);
  }

  /** Whether this is to be read as a feed rather than as a page. */
  public static boolean isFeed(byte[] body) {
    byte[] bytes = FeedText.beginning(body, LOOK);
    // UTF-16 has a zero byte in every letter of the markup.
    String start =
        new String(bytes, 0, Math.min(bytes.length, LOOK), ISO_8859_1)
            .replaceFirst("^[\u00ef\u00bb\u00bf\u00fe\u00ff]+", "")
            .replace("\0", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("{")) {
      return start.contains("jsonfeed.org");
    }
    var root = ROOT.matcher(start);
    var html = HTML.matcher(start);
    return root.find() && !(html.find() && html.start() < root.start());
  }
}
