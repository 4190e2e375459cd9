package costwire.ingest.feed;

import costwire.ingest.UnreadableException;
import costwire.ingest.page.TagNames;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * XML read as a browser reads HTML: what is well-formed and what is not, the same way. Document
 * types are passed over, so that no entity is ever declared or opened; depth and size are bounded.
 * Names come out in lower case, since feeds disagree on it.
 */
final class SafeXml {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_SPACES = 64;

  private SafeXml() {}

  /**
   * The first element of one of these names, wherever it stands: feeds are found below warnings and
   * comments.
   *
   * @throws UnreadableException if there is none
   */
  static Element read(String text, Set<String> roots) {
    org.jsoup.nodes.Document soup =
        Parser.xmlParser()
            .settings(ParseSettings.htmlDefault)
            .setMaxDepth(MAX_DEPTH)
            .parseInput(TagNames.bounded(Tidy.markup(text)), "");
    Deque<org.jsoup.nodes.Element> waiting = new ArrayDeque<>(soup.children());
    while (!waiting.isEmpty()) {
      org.jsoup.nodes.Element next = waiting.removeFirst();
      if (roots.contains(local(next.tagName()))) {
        return element(next, Map.of());
      }
      List<org.jsoup.nodes.Element> inside = next.children();
      for (int i = inside.size() - 1; i >= 0; i--) {
        waiting.addFirst(inside.get(i));
      }
    }
    throw new UnreadableException("not a feed: XML that is neither RSS nor Atom nor a sitemap");
  }

  private static Element element(org.jsoup.nodes.Element soup, Map<String, String> outer) {
    Map<String, String> spaces = declared(soup, outer);
    String tag = soup.tagName();
    String uri = space(tag, spaces);
    String local = local(tag);
    Element element =
        new Element(
            Verifier.checkElementName(local) == null ? local : "unnamed",
            Namespace.getNamespace(uri));
    for (org.jsoup.nodes.Attribute attribute : soup.attributes()) {
      attribute(element, attribute.getKey(), attribute.getValue());
    }
    for (Node child : soup.childNodes()) {
      if (child instanceof org.jsoup.nodes.Element inside) {
        element.addContent(element(inside, spaces));
      } else if (child instanceof CDataNode literal) {
        element.addContent(Tidy.legal(literal.getWholeText()));
      } else if (child instanceof TextNode text) {
        element.addContent(Tidy.legal(text.getWholeText()));
      }
    }
    return element;
  }

  private static Map<String, String> declared(
      org.jsoup.nodes.Element soup, Map<String, String> outer) {
    Map<String, String> spaces = outer;
    for (org.jsoup.nodes.Attribute attribute : soup.attributes()) {
      String key = attribute.getKey();
      boolean declares = key.equals("xmlns") || key.startsWith("xmlns:");
      if (declares && spaces.size() < MAX_SPACES) {
        spaces = spaces == outer ? new HashMap<>(outer) : spaces;
        spaces.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue().strip());
      }
    }
    return spaces;
  }

  private static String space(String tag, Map<String, String> spaces) {
    int colon = tag.indexOf(':');
    String prefix = colon < 0 ? "" : tag.substring(0, colon);
    String uri = spaces.get(prefix);
    String found = uri == null ? (prefix.isEmpty() ? "" : Spaces.usual(prefix)) : uri;
    return Verifier.checkNamespaceURI(found) == null ? found : "";
  }

  /** Attributes of other vocabularies are left out, but for a few that all share. */
  private static void attribute(Element element, String key, @Nullable String value) {
    boolean shared = key.startsWith("xml:") || key.startsWith("rdf:");
    String name = shared ? key.substring(4) : key;
    if (name.indexOf(':') >= 0
        || name.equals("xmlns")
        || Verifier.checkAttributeName(name) != null) {
      return;
    }
    Namespace space = key.startsWith("xml:") ? Namespace.XML_NAMESPACE : Namespace.NO_NAMESPACE;
    element.setAttribute(new Attribute(name, Tidy.legal(value == null ? "" : value), space));
  }

  private static String local(String tag) {
    return tag.substring(tag.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
