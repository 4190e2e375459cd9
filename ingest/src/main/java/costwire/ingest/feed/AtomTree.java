package costwire.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Atom of either version, or what was meant as such, put into the order of Atom 1.0. */
final class AtomTree {
  private static final Namespace ATOM = Namespace.getNamespace(Spaces.ATOM);
  private static final Namespace DC = Namespace.getNamespace("dc", Spaces.DC);

  private final @Nullable String language;
  private final URI base;

  private AtomTree(URI base, @Nullable String language) {
    this.base = base;
    this.language = language;
  }

  /**
   * As ROME takes it.
   *
   * @param root without its entries
   */
  static Document of(Element root, List<Element> entries, URI url) {
    Fields fields = new Fields(root, true);
    AtomTree tree = new AtomTree(Markup.base(root, url), Markup.language(root, fields));
    Element feed = new Element("feed", ATOM);
    text(feed, "title", fields, "title");
    put(feed, "language", DC, tree.language);
    entries.forEach(entry -> feed.addContent(tree.entry(entry)));
    return new Document(feed);
  }

  private Element entry(Element old) {
    Fields fields = new Fields(old, true);
    Element entry = new Element("entry", ATOM);
    URI here = Markup.base(old, base);
    String id = fields.text("id", "guid");
    URI link = link(fields, id, here);
    if (link != null) {
      entry.addContent(new Element("link", ATOM).setAttribute("href", link.toString()));
    }
    put(entry, "id", ATOM, id == null && link == null ? Markup.enclosed(fields) : id);
    text(entry, "title", fields, "title", "dc:title");
    text(entry, "summary", fields, "summary", "description");
    text(entry, "content", fields, "content", "content:encoded");
    date(entry, "published", fields, Markup.PUBLISHED);
    date(entry, "updated", fields, Markup.UPDATED);
    fields.all("author", "dc:creator").stream()
        .map(People::name)
        .filter(Objects::nonNull)
        .limit(People.MAX)
        .forEach(
            name ->
                entry.addContent(
                    new Element("author", ATOM)
                        .addContent(new Element("name", ATOM).setText(name))));
    put(entry, "language", DC, Markup.language(old, fields));
    return entry;
  }

  private static @Nullable URI link(Fields fields, @Nullable String id, URI base) {
    Stream<@Nullable String> addresses =
        Stream.of(
                Stream.of(fields.text("feedburner:origlink")),
                fields.all("link").stream()
                    .filter(AtomTree::isPage)
                    .map(link -> address(link, base)),
                Stream.of(id == null || id.matches("(?i)https?://.+") ? id : null),
                fields.all("content").stream().map(content -> content.getAttributeValue("src")),
                Stream.of(Markup.pageEnclosed(fields)))
            .flatMap(each -> each);
    return addresses
        .map(each -> Markup.resolve(base, each))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean isPage(Element link) {
    String rel = link.getAttributeValue("rel", "alternate").strip().toLowerCase(Locale.ROOT);
    String type = link.getAttributeValue("type", "text/html").toLowerCase(Locale.ROOT);
    return (rel.isEmpty() || rel.endsWith("alternate"))
        && (type.contains("html") || type.startsWith("text/"));
  }

  /** On the link's own base, which may be another one than its entry's. */
  private static @Nullable String address(Element link, URI outer) {
    String href = link.getAttributeValue("href");
    String address = href == null ? link.getTextTrim() : href;
    URI full = Markup.resolve(Markup.base(link, outer), address);
    return full == null ? null : full.toString();
  }

  private void date(Element entry, String name, Fields fields, String... names) {
    Instant date = Markup.date(fields, language, names);
    put(entry, name, ATOM, date == null ? null : date.toString());
  }

  /** The first that says anything, as HTML. */
  private static void text(Element holder, String name, Fields fields, String... names) {
    for (Element field : fields.all(names)) {
      String html = html(field).strip();
      if (!html.isEmpty()) {
        holder.addContent(new Element(name, ATOM).setAttribute("type", "html").setText(html));
        return;
      }
    }
  }

  private static String html(Element field) {
    String type = field.getAttributeValue("type", "text").strip().toLowerCase(Locale.ROOT);
    boolean literal = type.equals("text") || type.equals("text/plain");
    boolean plain = field.getChildren().isEmpty();
    // What says it is text and has markup for all that is taken at its markup's word.
    return literal && plain && !Plain.isMarked(field.getText())
        ? Entities.escape(field.getText())
        : Fields.markup(field);
  }

  private static void put(Element holder, String name, Namespace space, @Nullable String text) {
    if (text != null) {
      holder.addContent(new Element(name, space).setText(text));
    }
  }
}
