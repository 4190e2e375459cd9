package costwire.ingest.feed;

import java.util.Map;
import java.util.Set;

/** Namespaces of feeds and their extensions. */
final class Spaces {
  static final String ATOM = "http://www.w3.org/2005/Atom";
  static final String DC = "http://purl.org/dc/elements/1.1/";
  static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
  static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private static final Set<String> RSS =
      Set.of(
          "",
          "http://purl.org/rss/1.0/",
          "http://purl.org/rss/1.0",
          "http://purl.org/net/rss1.1#",
          "http://my.netscape.com/rdf/simple/0.9/",
          "http://channel.netscape.com/rdf/simple/0.9/",
          "http://backend.userland.com/rss",
          "http://backend.userland.com/rss2",
          "http://backend.userland.com/rss091",
          "http://backend.userland.com/rss092",
          "http://blogs.law.harvard.edu/tech/rss",
          "http://cyber.law.harvard.edu/rss/rss.html",
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

  /** Short names of extensions by their address, as this package calls them. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(ATOM, "atom"),
          Map.entry("http://purl.org/atom/ns#", "atom"),
          Map.entry("http://www.w3.org/2005/atom", "atom"),
          Map.entry("https://www.w3.org/2005/Atom", "atom"),
          Map.entry(DC, "dc"),
          Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
          Map.entry("http://purl.org/dc/terms/", "dcterms"),
          Map.entry(CONTENT, "content"),
          Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
          Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
          Map.entry(NEWS, "news"),
          Map.entry(SITEMAP, "sitemap"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"));

  /** What a prefix means where nobody declared it. */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("atom", ATOM),
          Map.entry("atom10", ATOM),
          Map.entry("a10", ATOM),
          Map.entry("dc", DC),
          Map.entry("dcterms", "http://purl.org/dc/terms/"),
          Map.entry("content", CONTENT),
          Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
          Map.entry("syn", "http://purl.org/rss/1.0/modules/syndication/"),
          Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
          Map.entry("news", NEWS),
          Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
          Map.entry("rss", ""));

  private Spaces() {}

  static boolean isRss(String uri) {
    return RSS.contains(uri);
  }

  /** What a namespace is called here; its address where it has no short name. */
  static String name(String uri) {
    return NAMES.getOrDefault(uri, uri);
  }

  static String usual(String prefix) {
    return USUAL.getOrDefault(prefix, "urn:undeclared:" + prefix);
  }
}
