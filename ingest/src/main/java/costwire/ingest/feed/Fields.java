package costwire.ingest.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/**
 * What an item, an entry or a channel is made of, by name: {@code title} for its own vocabulary,
 * {@code dc:creator} for another's. Fields that stand in another one, which nobody closed, are
 * found as if they stood beside it.
 */
final class Fields {
  /**
   * Those that hold text alone: what else stands in them is markup or stands in the wrong place.
   */
  private static final Set<String> LEAVES =
      Set.of("title", "link", "guid", "id", "pubdate", "description", "summary", "category");

  private static final Set<String> LIFTED =
      Set.of(
          "title",
          "link",
          "guid",
          "pubdate",
          "description",
          "enclosure",
          "dc:creator",
          "dc:date",
          "dc:language",
          "content:encoded");

  /** More fields than that are a trap. */
  private static final int MAX_LIFTED = 64;

  private final String own;
  private final Map<String, List<Element>> fields = new HashMap<>();
  private int lifted;

  /** Those of an element; names of its own namespace, as of RSS's and Atom's, go without prefix. */
  Fields(Element holder, boolean atom) {
    this.own = holder.getNamespaceURI();
    collect(holder, atom);
  }

  private void collect(Element holder, boolean atom) {
    for (Element child : List.copyOf(holder.getChildren())) {
      String name = name(child, atom);
      fields.computeIfAbsent(name, key -> new ArrayList<>()).add(child);
      if (LEAVES.contains(name)) {
        lift(child, atom);
      }
    }
  }

  private void lift(Element leaf, boolean atom) {
    for (Element inside : List.copyOf(leaf.getChildren())) {
      String name = name(inside, atom);
      boolean page = name.equals("link") && inside.getAttribute("rel") != null;
      if (LIFTED.contains(name) && !page && lifted < MAX_LIFTED) {
        lifted++;
        inside.detach();
        fields.computeIfAbsent(name, key -> new ArrayList<>()).add(inside);
      }
      lift(inside, atom);
    }
  }

  private String name(Element element, boolean atom) {
    String uri = element.getNamespaceURI();
    String space = Spaces.name(uri);
    boolean plain = uri.equals(own) || Spaces.isRss(uri) || (atom && space.equals("atom"));
    return plain ? element.getName() : space + ":" + element.getName();
  }

  /** In the order of the names, then of the document. */
  List<Element> all(String... names) {
    List<Element> found = new ArrayList<>();
    for (String name : names) {
      found.addAll(fields.getOrDefault(name, List.of()));
    }
    return found;
  }

  /** Text of the first that has any; markup in it is kept as markup. */
  @Nullable String text(String... names) {
    for (Element field : all(names)) {
      String text = markup(field).strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  static String markup(Element field) {
    return field.getChildren().isEmpty()
        ? field.getText()
        : new XMLOutputter().outputString(field.getContent());
  }
}
