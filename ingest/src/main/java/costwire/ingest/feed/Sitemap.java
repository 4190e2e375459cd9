package costwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.FeedEntry;
import costwire.ingest.Listing;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.Languages;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/** Sitemaps, those of the news above all, and indexes of sitemaps. */
final class Sitemap {
  /** An index names the sitemaps of decades. */
  private static final int MAX_OTHERS = 1_000;

  private Sitemap() {}

  static Listing read(Element root, URI url) {
    Document clean = SitemapTree.of(root, url);
    byte[] xml = new XMLOutputter().outputString(clean).getBytes(UTF_8);
    SiteMapParser parser = new SiteMapParser(false, true);
    parser.setStrictNamespace(false);
    parser.enableExtension(Extension.NEWS);
    try {
      AbstractSiteMap map = parser.parseSiteMap("text/xml", xml, url.toURL());
      return map instanceof SiteMapIndex index ? index(index) : pages((SiteMap) map, url);
    } catch (UnknownFormatException | IOException | IllegalArgumentException e) {
      throw new UnreadableException("not a feed: a broken sitemap");
    }
  }

  private static Listing index(SiteMapIndex index) {
    List<String> others =
        index.getSitemaps().stream()
            .sorted(
                Comparator.comparing(
                    AbstractSiteMap::getLastModified,
                    Comparator.nullsLast(Comparator.<Date>reverseOrder())))
            .map(map -> map.getUrl().toString())
            .distinct()
            .limit(MAX_OTHERS)
            .toList();
    return new Listing(null, null, List.of(), others, null, Set.of(), Set.of(), null, null);
  }

  private static Listing pages(SiteMap map, URI url) {
    Entries entries = new Entries();
    for (SiteMapURL page : newest(List.copyOf(map.getSiteMapUrls()))) {
      String address = page.getUrl().toString();
      entries.add(address, address, id -> entry(id, page, url));
    }
    return Listing.of(entries.list());
  }

  /** As many as are read of any feed, in the order they stand in. */
  private static List<SiteMapURL> newest(List<SiteMapURL> pages) {
    if (pages.size() <= FeedReader.MAX_ENTRIES) {
      return pages;
    }
    Set<SiteMapURL> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    pages.stream()
        .sorted(Comparator.comparing(Sitemap::date).reversed())
        .limit(FeedReader.MAX_ENTRIES)
        .forEach(kept::add);
    return pages.stream().filter(kept::contains).toList();
  }

  private static FeedEntry entry(String id, SiteMapURL page, URI url) {
    NewsAttributes news = news(page);
    return new FeedEntry(
        url.toString(),
        id,
        id,
        news == null ? "" : Plain.text(news.getTitle()),
        news == null ? null : instant(news.getPublicationDate()),
        instant(page.getLastModified()),
        List.of(),
        news == null ? null : Languages.code(news.getLanguage()),
        null);
  }

  private static Instant date(SiteMapURL page) {
    NewsAttributes news = news(page);
    Instant published = news == null ? null : instant(news.getPublicationDate());
    Instant changed = instant(page.getLastModified());
    Instant known = published == null ? changed : published;
    return known == null ? Instant.MIN : known;
  }

  private static @Nullable NewsAttributes news(SiteMapURL page) {
    ExtensionMetadata[] found = page.getAttributesForExtension(Extension.NEWS);
    return found != null && found.length > 0 && found[0] instanceof NewsAttributes news
        ? news
        : null;
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
