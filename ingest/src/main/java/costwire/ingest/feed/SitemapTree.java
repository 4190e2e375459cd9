package costwire.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** A sitemap put into order: addresses and dates in full, and nothing but what is read of it. */
final class SitemapTree {
  private static final Namespace MAP = Namespace.getNamespace(Spaces.SITEMAP);
  private static final Namespace NEWS = Namespace.getNamespace("news", Spaces.NEWS);

  /** What the protocol allows. */
  private static final int MAX_PAGES = 50_000;

  private SitemapTree() {}

  static Document of(Element root, URI url) {
    boolean index = root.getName().equals("sitemapindex");
    Element map = new Element(root.getName(), MAP);
    map.addNamespaceDeclaration(NEWS);
    String name = index ? "sitemap" : "url";
    List<Element> places = root.getChildren();
    places.stream()
        .filter(place -> place.getName().equals(name))
        .limit(MAX_PAGES)
        .forEach(place -> add(map, name, place, url));
    return new Document(map);
  }

  private static void add(Element map, String name, Element old, URI url) {
    URI address = Markup.resolve(url, text(old, "loc"));
    if (address != null) {
      Element place = new Element(name, MAP);
      put(place, "loc", MAP, address.toString());
      put(place, "lastmod", MAP, date(text(old, "lastmod")));
      Element news = child(old, "news");
      if (news != null) {
        place.addContent(news(news));
      }
      map.addContent(place);
    }
  }

  private static Element news(Element old) {
    Element news = new Element("news", NEWS);
    Element publication = child(old, "publication");
    if (publication != null) {
      Element outlet = new Element("publication", NEWS);
      put(outlet, "name", NEWS, text(publication, "name"));
      put(outlet, "language", NEWS, text(publication, "language"));
      news.addContent(outlet);
    }
    put(news, "publication_date", NEWS, date(text(old, "publication_date")));
    put(news, "title", NEWS, text(old, "title"));
    return news;
  }

  /** In any namespace: that of the news is given in a dozen ways. */
  private static @Nullable Element child(Element holder, String name) {
    return holder.getChildren().stream()
        .filter(child -> child.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String text(Element holder, String name) {
    Element child = child(holder, name);
    return child == null ? null : Markup.blankToNull(child.getText());
  }

  private static @Nullable String date(@Nullable String text) {
    Instant date = FeedDates.read(text, null);
    return date == null ? null : date.toString();
  }

  private static void put(Element holder, String name, Namespace space, @Nullable String text) {
    if (text != null) {
      holder.addContent(new Element(name, space).setText(text));
    }
  }
}
