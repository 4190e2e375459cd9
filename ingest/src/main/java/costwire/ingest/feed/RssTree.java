package costwire.ingest.feed;

import costwire.ingest.page.Links;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * RSS of any version, or what was meant as such, put into the order of RSS 2.0: items in the
 * channel wherever they stood, one field of each kind, dates and addresses in full.
 */
final class RssTree {
  private static final Namespace DC = Namespace.getNamespace("dc", Spaces.DC);
  private static final Namespace CONTENT = Namespace.getNamespace("content", Spaces.CONTENT);
  private static final Namespace ATOM = Namespace.getNamespace("atom", Spaces.ATOM);

  private final URI base;
  private final @Nullable String language;

  /**
   * @param base what relative addresses stand on
   * @param language of the feed; null if unknown
   */
  private RssTree(URI base, @Nullable String language) {
    this.base = base;
    this.language = language;
  }

  /**
   * As ROME takes it.
   *
   * @param root without its items
   */
  static Document of(Element root, List<Element> items, URI url) {
    Element found = Markup.first(root, "channel");
    Fields fields = new Fields(found == null ? root : found, false);
    String language = Markup.language(root, fields);
    URI home = Links.resolve(Markup.base(root, url), fields.text("link"));
    RssTree tree = new RssTree(home == null ? Markup.base(root, url) : home, language);
    Element channel = new Element("channel");
    put(channel, "title", null, fields.text("title"));
    put(channel, "language", null, language);
    items.forEach(item -> channel.addContent(tree.item(item)));
    Element rss = new Element("rss").setAttribute("version", "2.0").addContent(channel);
    return new Document(rss);
  }

  private Element item(Element old) {
    Fields fields = new Fields(old, true);
    Element item = new Element("item");
    put(item, "title", null, fields.text("title", "dc:title"));
    put(item, "description", null, fields.text("description", "summary", "dc:description"));
    put(item, "encoded", CONTENT, fields.text("content:encoded", "content", "encoded", "fulltext"));
    name(item, old, fields, Markup.base(old, base));
    date(item, "pubDate", null, fields, Markup.PUBLISHED);
    date(item, "updated", ATOM, fields, Markup.UPDATED);
    fields.all("dc:creator", "author", "creator").stream()
        .map(People::name)
        .filter(Objects::nonNull)
        .limit(People.MAX)
        .forEach(name -> put(item, "creator", DC, name));
    put(item, "language", DC, Markup.language(old, fields));
    return item;
  }

  /** Its address and its own name for itself. */
  private static void name(Element item, Element old, Fields fields, URI base) {
    Element guid = fields.all("guid", "id").stream().findFirst().orElse(null);
    String own = guid == null ? null : Markup.blankToNull(guid.getText());
    boolean permanent =
        guid != null
            && !"false".equalsIgnoreCase(guid.getAttributeValue("ispermalink", "").strip());
    String about = old.getAttributeValue("about");
    Stream<@Nullable String> addresses =
        Stream.concat(
            links(fields),
            Stream.of(permanent ? absolute(own) : null, about, Markup.pageEnclosed(fields)));
    URI link =
        addresses
            .map(each -> Markup.resolve(base, each))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    put(item, "link", null, link == null ? null : link.toString());
    String id = Stream.of(own, about).filter(Objects::nonNull).findFirst().orElse(null);
    String enclosed = link == null ? Markup.enclosed(fields) : null;
    put(item, "guid", null, id == null ? enclosed : id);
    Element named = item.getChild("guid");
    if (named != null) {
      named.setAttribute("isPermaLink", "false");
    }
  }

  private static Stream<@Nullable String> links(Fields fields) {
    List<@Nullable String> links = new ArrayList<>();
    links.add(fields.text("feedburner:origlink"));
    for (Element link : fields.all("link", "url", "atom:link")) {
      String rel = link.getAttributeValue("rel", "alternate").toLowerCase(Locale.ROOT);
      if (rel.equals("alternate")) {
        links.add(Markup.blankToNull(link.getTextTrim()));
        links.add(link.getAttributeValue("href"));
        links.add(link.getAttributeValue("resource"));
      }
    }
    return links.stream();
  }

  /** A name that is no address is not one relative to the feed's. */
  private static @Nullable String absolute(@Nullable String guid) {
    return guid != null && guid.matches("(?i)(https?:/)?/.+") ? guid : null;
  }

  private void date(
      Element item, String name, @Nullable Namespace space, Fields fields, String... names) {
    Instant date = Markup.date(fields, language, names);
    put(item, name, space, date == null ? null : date.toString());
  }

  private static void put(
      Element holder, String name, @Nullable Namespace space, @Nullable String text) {
    if (text != null) {
      Namespace of = space == null ? Namespace.NO_NAMESPACE : space;
      holder.addContent(new Element(name, of).setText(text));
    }
  }
}
