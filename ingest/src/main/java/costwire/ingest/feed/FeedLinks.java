package costwire.ingest.feed;

import costwire.ingest.UnreadableException;
import costwire.ingest.page.Links;
import costwire.ingest.page.Markup;
import costwire.ingest.page.Sniff;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The feeds that a page names: in its head for machines, or as links for people. */
public final class FeedLinks {
  private static final int MAX_FEEDS = 50;
  private static final int MAX_LINKS = 20_000;

  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/x.atom+xml",
          "application/x-atom+xml",
          "text/rss+xml",
          "text/atom+xml");

  /** Said of anything, and so only of a feed where its address says so too. */
  private static final Set<String> VAGUE_TYPES =
      Set.of("application/json", "application/xml", "text/xml");

  private static final Pattern FEED_ADDRESS =
      Pattern.compile(
          "(?i)\\.(?:rss|atom|rdf)(?:[?#]|$)|[/.](?:feeds?|rss2?|atom)(?:[/.?#]|$)"
              + "|[?&](?:feed|format|output|alt)=(?:rss2?|atom|feed|json)|//feeds?\\.");

  private static final Pattern COMMENTS =
      Pattern.compile("(?i)comment|kommentar|comentari|reacties|yorum|комментари|评论|コメント|댓글");

  private final List<Found> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final URI page;

  private FeedLinks(URI page) {
    this.page = page;
  }

  private record Found(URI address, int rank) {}

  /**
   * Best first: those of the whole site, then those that are linked for people, those of comments
   * last.
   *
   * @param contentType as the server sent it; null if it sent none
   * @throws UnreadableException if it is no text
   */
  public static List<URI> of(byte[] body, @Nullable String contentType, URI url) {
    String refusal = Sniff.notText(body);
    if (refusal != null) {
      throw new UnreadableException("not a page: " + refusal);
    }
    Document document = Markup.parse(body, contentType, url.toString());
    URI base = Links.resolve(url, document.select("base[href]").attr("href"));
    FeedLinks links = new FeedLinks(url);
    document.select("link[href][rel]").stream()
        .limit(MAX_LINKS)
        .forEach(link -> links.head(link, base == null ? url : base));
    document.select("a[href]").stream()
        .limit(MAX_LINKS)
        .forEach(link -> links.anchor(link, base == null ? url : base));
    return links.found.stream()
        .sorted(Comparator.comparingInt(Found::rank))
        .map(Found::address)
        .limit(MAX_FEEDS)
        .toList();
  }

  private void head(Element link, URI base) {
    List<String> rels = List.of(link.attr("rel").strip().toLowerCase(Locale.ROOT).split("\\s+"));
    String type = type(link);
    String href = link.attr("href");
    boolean typed = TYPES.contains(type);
    boolean meant = VAGUE_TYPES.contains(type) && FEED_ADDRESS.matcher(href).find();
    if ((rels.contains("alternate") && (typed || meant)) || rels.contains("feed")) {
      add(link, base, 0);
    }
  }

  private void anchor(Element link, URI base) {
    if (TYPES.contains(type(link)) || FEED_ADDRESS.matcher(link.attr("href")).find()) {
      add(link, base, 2);
    }
  }

  private void add(Element link, URI base, int rank) {
    URI address = Links.resolve(base, link.attr("href"));
    if (address != null && seen.add(address.toString().replaceFirst("^https?://", ""))) {
      String words = address.getPath() + " " + link.attr("title") + " " + link.text();
      int later = COMMENTS.matcher(words).find() ? 4 : isBelowThisPage(address) ? 3 : 0;
      found.add(new Found(address, rank + later));
    }
  }

  /** A feed below an article's address is as a rule that of its comments. */
  private boolean isBelowThisPage(URI address) {
    String own = String.valueOf(page.getPath());
    boolean folder = own.length() > 1 && own.endsWith("/");
    return folder && String.valueOf(address.getPath()).startsWith(own);
  }

  private static String type(Element link) {
    String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
    int end = type.indexOf(';');
    return end < 0 ? type : type.substring(0, end).strip();
  }
}
