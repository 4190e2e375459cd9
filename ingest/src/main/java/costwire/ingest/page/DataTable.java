package costwire.ingest.page;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Tells tables of figures from tables that lay out a page, and writes them down: a line for each
 * row, cells parted by a bar. Looks no further than it takes to know.
 */
final class DataTable implements NodeFilter {
  private static final Set<String> LAYOUT =
      Set.of("table", "form", "input", "button", "article", "nav", "h1", "iframe", "ul", "ol");

  private static final int MAX_CELLS = 2_000;
  private static final int LONG_CELL = 200;

  private final Element table;
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final RunOfText cell = new RunOfText();
  private int rows;
  private int columns;
  private int width;
  private int cells;
  private int paragraphs;

  private DataTable(Element table) {
    this.table = table;
  }

  /** The table's lines; null if it has no rows and columns of short cells. */
  static @Nullable String read(Element table) {
    DataTable data = new DataTable(table);
    boolean whole = NodeTraversor.filter(data, table) != FilterResult.STOP;
    data.endRow();
    boolean isData = whole && data.rows >= 2 && data.columns >= 2;
    return isData && !data.lines.isEmpty() ? data.lines.toString() : null;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // this very table, not one like it
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      cell.append(text.getWholeText(), false);
      return cell.length() > LONG_CELL ? FilterResult.STOP : FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element) || element == table) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    switch (tag) {
      case "tr":
        endRow();
        break;
      case "td", "th":
        paragraphs = 0;
        width++;
        cells++;
        break;
      case "p":
        paragraphs++;
        break;
      case "script", "style", "noscript":
        return FilterResult.SKIP_ENTIRELY;
      default:
        cell.append(" ", false);
    }
    boolean layout = LAYOUT.contains(tag) || cells > MAX_CELLS || paragraphs > 1;
    return layout ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element
        && (element.normalName().equals("td") || element.normalName().equals("th"))) {
      line.append(width > 1 ? " | " : "").append(cell.take());
    }
    return FilterResult.CONTINUE;
  }

  private void endRow() {
    columns = Math.max(columns, width);
    rows += width > 0 ? 1 : 0;
    width = 0;
    cell.take();
    if (!line.toString().replace('|', ' ').isBlank()) {
      lines.append(lines.length() == 0 ? "" : "\n").append(line);
    }
    line.setLength(0);
  }
}
