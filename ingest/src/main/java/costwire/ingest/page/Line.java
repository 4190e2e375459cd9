package costwire.ingest.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Whether an element's text is no more than a line; looks no further than it takes to know. */
final class Line implements NodeFilter {
  /** A line has no more parts. */
  private static final int MOST_NODES = 500;

  private int left;
  private int nodes;

  private Line(int longest) {
    this.left = longest;
  }

  /** False for certain above so many characters that can be seen. */
  static boolean isShort(Element element, int longest) {
    return NodeTraversor.filter(new Line(longest), element) != FilterResult.STOP;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      String whole = text.getWholeText();
      for (int i = 0; i < whole.length() && left >= 0; i++) {
        char c = whole.charAt(i);
        left -= Letters.isSpace(c) || Letters.isInvisible(c) ? 0 : 1;
      }
    }
    return left < 0 || nodes++ > MOST_NODES ? FilterResult.STOP : FilterResult.CONTINUE;
  }
}
