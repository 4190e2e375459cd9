package costwire.ingest.feed;

import costwire.ingest.Listing;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.Sniff;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads a feed of any of the known formats, whatever it is labelled as. */
public final class FeedReader {
  /** Entries beyond are left out: the newest come first. */
  static final int MAX_ENTRIES = 1_000;

  private static final int LOOK = 1_024;

  private FeedReader() {}

  /**
   * @throws UnreadableException if it is no feed
   */
  public static Listing read(byte[] body, URI url) {
    String refusal = Sniff.notText(body);
    if (refusal != null) {
      throw new UnreadableException("not a feed: " + refusal);
    }
    String start = start(body);
    if (start.startsWith("{")) {
      return Listing.of(JsonFeed.read(body, url));
    }
    if (isHtml(start)) {
      throw new UnreadableException("not a feed: an HTML page");
    }
    if (!start.contains("<")) {
      throw new UnreadableException("not a feed: neither XML nor JSON");
    }
    return Listing.of(XmlFeed.read(body, url));
  }

  /** Whether this is to be read as a feed rather than as a page. */
  public static boolean isFeed(byte[] body) {
    String start = start(body);
    return start.contains("<rss")
        || start.contains("<rdf:rdf")
        || start.contains("<feed")
        || (start.startsWith("{") && start.contains("jsonfeed.org"));
  }

  private static boolean isHtml(String start) {
    return (start.contains("<!doctype html") || start.contains("<html"))
        && !start.contains("<rss")
        && !start.contains("<feed");
  }

  private static String start(byte[] body) {
    String raw =
        new String(body, 0, Math.min(body.length, LOOK), StandardCharsets.ISO_8859_1)
            .replace("\u00ef\u00bb\u00bf", "");
    // UTF-16 has a zero byte in every letter of the markup.
    return raw.replace("\0", "")
        .replaceFirst("^[\u00fe\u00ff]+", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
