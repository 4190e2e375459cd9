package costwire.ingest.feed;

import costwire.ingest.page.Languages;
import costwire.ingest.page.Links;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** What RSS and Atom have in common: bases, languages, dates, enclosures. */
final class Markup {
  /** Where the day of publication stands, the best first. */
  static final String[] PUBLISHED = {
    "pubdate",
    "published",
    "issued",
    "dc:date",
    "dcterms:issued",
    "created",
    "dcterms:created",
    "publicationdate",
    "publishdate",
    "datepublished",
    "date",
    "dc:issued"
  };

  static final String[] UPDATED = {
    "updated", "modified", "dcterms:modified", "lastmod", "lastupdated", "datemodified"
  };

  private Markup() {}

  /** All elements of these names, out of their places: those within another one too. */
  static List<Element> taken(Element root, String... names) {
    List<Element> found = new ArrayList<>();
    collect(root, Set.of(names), found);
    found.forEach(
        element -> {
          URI base = declaredBase(element);
          element.detach();
          if (base != null) {
            element.setAttribute("base", base.toString(), Namespace.XML_NAMESPACE);
          }
        });
    return found;
  }

  private static void collect(Element holder, Set<String> names, List<Element> found) {
    for (Element child : holder.getChildren()) {
      if (found.size() >= FeedReader.MAX_ENTRIES) {
        return;
      }
      if (names.contains(child.getName())) {
        found.add(child);
      }
      collect(child, names, found);
    }
  }

  /** The first element of a name, depth first; null if there is none. */
  static @Nullable Element first(Element holder, String name) {
    for (Element child : holder.getChildren()) {
      Element found = child.getName().equals(name) ? child : first(child, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** What relative addresses in an element stand on. */
  static URI base(Element element, URI outer) {
    URI declared = declaredBase(element);
    URI full = declared == null ? null : Links.resolve(outer, declared.toString());
    return full == null ? outer : full;
  }

  /** By {@code xml:base} here and further out; may be relative. */
  private static @Nullable URI declaredBase(Element element) {
    URI base = null;
    for (Element at = element; at != null; at = at.getParentElement()) {
      String here = at.getAttributeValue("base", Namespace.XML_NAMESPACE);
      URI next = here == null ? null : uri(here);
      base = next == null ? base : base == null ? next : next.resolve(base);
    }
    return base;
  }

  private static @Nullable URI uri(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** What the element says of its language; null if nothing. */
  static @Nullable String language(Element element, Fields fields) {
    String said = Languages.code(fields.text("language"));
    String core = said == null ? Languages.code(fields.text("dc:language")) : said;
    String marked = element.getAttributeValue("lang", Namespace.XML_NAMESPACE);
    return core == null ? Languages.code(marked) : core;
  }

  /** Of the first field that can be read. */
  static @Nullable Instant date(Fields fields, @Nullable String language, String... names) {
    return fields.all(names).stream()
        .map(field -> FeedDates.read(field.getText(), language))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** An enclosed web page; null if there is none. */
  static @Nullable String pageEnclosed(Fields fields) {
    return fields.all("enclosure").stream()
        .filter(
            each -> each.getAttributeValue("type", "").toLowerCase(Locale.ROOT).contains("html"))
        .map(each -> each.getAttributeValue("url"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The address of whatever is enclosed; null if nothing is. */
  static @Nullable String enclosed(Fields fields) {
    return fields.all("enclosure").stream()
        .map(each -> each.getAttributeValue("url"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** As a whole web address; null if it can be none. */
  static @Nullable URI resolve(URI base, @Nullable String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    String stripped = address.strip();
    boolean bare = stripped.regionMatches(true, 0, "www.", 0, 4);
    return Links.resolve(base, bare ? "https://" + stripped : stripped);
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
