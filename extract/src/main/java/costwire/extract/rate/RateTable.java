package costwire.extract.rate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Reads rates from lines of {@code period,currency,usd,source}; {@code #} begins a comment. */
final class RateTable {
  private static final String HEADER = "period,currency,usd,source";
  private static final int COLUMNS = 4;

  private RateTable() {}

  /**
   * @throws IllegalStateException if there is no such resource
   * @throws IllegalArgumentException if a line cannot be read; names the line
   */
  static List<Rate> read(String resource) {
    try (InputStream in = RateTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  static List<Rate> read(BufferedReader lines) throws IOException {
    List<Rate> rates = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank() && !line.startsWith("#") && !line.equals(HEADER)) {
        rates.add(rate(line));
      }
    }
    return rates;
  }

  private static Rate rate(String line) {
    String[] columns = line.split(",", COLUMNS);
    if (columns.length < COLUMNS) {
      throw new IllegalArgumentException("not period,currency,usd,source: " + line);
    }
    try {
      return new Rate(columns[1], new BigDecimal(columns[2]), firstDay(columns[0]));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("no rate: " + line, e);
    }
  }

  private static LocalDate firstDay(String period) {
    return period.indexOf('-') < 0 ? Year.parse(period).atDay(1) : YearMonth.parse(period).atDay(1);
  }
}
