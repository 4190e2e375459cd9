package costwire.ingest.page;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tells tables of figures from tables that lay out a page, and writes them down. */
final class DataTable {
  private static final int MAX_CELLS = 2_000;
  private static final int LONG_CELL = 200;

  private DataTable() {}

  /** Whether it has rows and columns of short cells, and nothing that only a page has. */
  static boolean isData(Element table) {
    if (!table.select("table table, form, input, article, h1, p + p").isEmpty()) {
      return false;
    }
    Elements rows = table.select("tr");
    int cells = 0;
    int columns = 0;
    for (Element row : rows) {
      int width = 0;
      for (Element cell : row.children()) {
        cells++;
        width++;
        if (cells > MAX_CELLS || cell.text().length() > LONG_CELL) {
          return false;
        }
      }
      columns = Math.max(columns, width);
    }
    return rows.size() >= 2 && columns >= 2;
  }

  /** A line for each row, cells parted by a bar. */
  static String text(Element table) {
    StringBuilder out = new StringBuilder();
    for (Element row : table.select("tr")) {
      StringBuilder line = new StringBuilder();
      for (Element cell : row.children()) {
        RunOfText run = new RunOfText();
        run.append(cell.text(), false);
        line.append(line.length() == 0 ? "" : " | ").append(run.take());
      }
      if (!line.toString().isBlank()) {
        out.append(out.length() == 0 ? "" : "\n").append(line);
      }
    }
    return out.toString();
  }
}
