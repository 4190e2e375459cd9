package costwire.ingest.page;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * The few sites whose pages are told from their surroundings by a selector of their own, in {@code
 * sites.txt}. All others, and pages of these that their selector does not fit, are read by shape.
 */
final class Sites {
  private static final int MOST_PARTS = 50;
  private static final Sites BUNDLED = of(Words.of("sites.txt"));

  private final Map<String, Site> byHost;

  private Sites(Map<String, Site> byHost) {
    this.byHost = byHost;
  }

  /**
   * What one site's pages are like.
   *
   * @param body selects the elements that hold the text
   * @param drop selects what is to go first; null for nothing
   */
  private record Site(Evaluator body, @Nullable Evaluator drop) {}

  /**
   * Reads lines of {@code host = selector} or {@code host = selector ; selector of what to drop}.
   *
   * @throws IllegalArgumentException on a line that is none or whose selector cannot be read
   */
  static Sites of(List<String> lines) {
    Map<String, Site> byHost = new HashMap<>();
    for (String line : lines) {
      String[] parts = line.split("=", 2);
      if (parts.length < 2 || byHost.put(parts[0].strip(), site(line, parts[1])) != null) {
        throw new IllegalArgumentException("no site, or one named twice: " + line);
      }
    }
    return new Sites(byHost);
  }

  private static Site site(String line, String selectors) {
    String[] both = selectors.split(";", 2);
    try {
      Evaluator body = QueryParser.parse(both[0].strip());
      return new Site(body, both.length < 2 ? null : QueryParser.parse(both[1].strip()));
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException("no selector: " + line, e);
    }
  }

  static Sites standard() {
    return BUNDLED;
  }

  /** Whether the site of a page is one of these. */
  boolean know(@Nullable URI url) {
    return of(url) != null;
  }

  /**
   * Nothing but the article's text of a page of a site that is known; null for all others. Elements
   * that are to be dropped are taken out of the page.
   */
  @Nullable Element narrowed(Document page, @Nullable URI url) {
    Site site = of(url);
    Elements bodies = site == null ? new Elements() : page.select(site.body);
    if (site == null || bodies.isEmpty()) {
      return null;
    }
    if (site.drop != null) {
      page.body().select(site.drop).forEach(Element::remove);
    }
    Element whole = new Element("article").attr("itemprop", "articleBody");
    bodies.stream()
        .limit(MOST_PARTS)
        .filter(body -> body.parents().stream().noneMatch(bodies::contains))
        .forEach(body -> whole.appendChild(body.clone()));
    return whole;
  }

  /** That of its host or of the nearest domain above. */
  private @Nullable Site of(@Nullable URI url) {
    String host = url == null || url.getHost() == null ? "" : url.getHost();
    host = host.toLowerCase(Locale.ROOT);
    Site site = byHost.get(host);
    for (int dot = host.indexOf('.'); site == null && dot >= 0; dot = host.indexOf('.', dot + 1)) {
      site = byHost.get(host.substring(dot + 1));
    }
    return site;
  }
}
