package costwire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Who wrote an article, from what a page says in its head, its attributes and its class names. */
final class Bylines {
  private static final List<String> META =
      List.of(
          "author",
          "article:author",
          "og:article:author",
          "parsely-author",
          "sailthru.author",
          "byl",
          "dc.creator",
          "dcterms.creator",
          "dc.contributor",
          "citation_author",
          "article:author_name",
          "authors");

  private static final int MOST = 20;
  private static final int LONGEST = 160;

  /** Others are named so, too, further down: the first is the article's. */
  private static final int MOST_NAMED = 2;

  private final Map<Integer, List<String>> stated = new TreeMap<>();
  private final List<String> linked = new ArrayList<>();
  private final List<String> owned = new ArrayList<>();
  private final List<String> named = new ArrayList<>();

  void seeMeta(String name, String content) {
    int rank = META.indexOf(name);
    if (rank >= 0) {
      add(stated.computeIfAbsent(rank, same -> new ArrayList<>()), content);
    }
  }

  void see(Element element, Marks marks) {
    if (!marks.rel.isEmpty() && marks.rel.toLowerCase(Locale.ROOT).contains("author")) {
      if (linked.size() < MOST && Line.isShort(element, 2 * LONGEST)) {
        add(linked, element.text());
      }
    } else if (marks.itemprop.contains("author")) {
      if (owned.size() < MOST) {
        add(owned, owned(element));
      }
    } else if (named.size() < MOST_NAMED && marks.look.byline()) {
      add(named, text(element));
    }
  }

  private static String owned(Element element) {
    Element name = element.selectFirst("[itemprop=name]");
    String content = name == null ? "" : name.attr("content");
    return name == null ? text(element) : content.isEmpty() ? name.text() : content;
  }

  /** Its text, if it is no more than a line. */
  private static String text(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node node : (Iterable<Node>) element.nodeStream()::iterator) {
      boolean aside = node.parentNameIs("time") || node.parentNameIs("button");
      if (node instanceof TextNode part && !aside) {
        text.append(' ').append(part.text());
      }
      text.append(node.normalName().equals("br") ? "," : "");
      if (text.length() > LONGEST) {
        return "";
      }
    }
    return text.toString();
  }

  private static void add(List<String> to, String byline) {
    if (to.size() < MOST && !byline.isBlank() && byline.length() <= 2 * LONGEST) {
      to.add(byline);
    }
  }

  /**
   * The names by the most trusted source that has any.
   *
   * @param data what the JSON-LD says
   */
  List<String> names(List<String> data, @Nullable String outlet) {
    List<List<String>> sources = new ArrayList<>(List.of(data));
    sources.addAll(stated.values());
    sources.add(owned);
    sources.add(linked);
    sources.add(named);
    for (List<String> source : sources) {
      List<String> names = Names.in(source, outlet);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }
}
