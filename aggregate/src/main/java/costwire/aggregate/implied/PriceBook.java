package costwire.aggregate.implied;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.extract.Chips;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dated prices of chips. A chip that is not in it has its family's price, its maker's, or the wide
 * one of any accelerator: {@code nvidia-h100-pcie}, {@code nvidia-h100}, {@code nvidia-hopper},
 * {@code nvidia}, {@code any}.
 */
public final class PriceBook {
  private static final String RESOURCE = "/price-book.csv";
  private static final String ANY = "any";
  private static final int COLUMNS = 7;
  private static final int MOST_ROWS = 100_000;

  private final Map<String, List<Price>> rows;

  private PriceBook(Map<String, List<Price>> rows) {
    this.rows = rows;
  }

  /** The book that comes with the program. */
  public static PriceBook standard() {
    InputStream resource = PriceBook.class.getResourceAsStream(RESOURCE);
    try (Reader csv = new InputStreamReader(Objects.requireNonNull(resource), UTF_8)) {
      return read(csv);
    } catch (IOException e) {
      throw new UncheckedIOException("the price book cannot be read", e);
    }
  }

  /**
   * Reads lines of {@code chip,from,kind,low,best,high,source}; empty ones and those that start
   * with {@code #} are skipped, and so is the heading.
   *
   * @throws IllegalArgumentException naming the line that makes no sense
   */
  public static PriceBook read(Reader csv) throws IOException {
    BufferedReader lines = new BufferedReader(csv);
    List<Price> prices = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (number > MOST_ROWS) {
        throw new IllegalArgumentException("price book: more than " + MOST_ROWS + " lines");
      }
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("chip,")) {
        prices.add(row(line, number));
      }
    }
    return of(prices);
  }

  static PriceBook of(List<Price> prices) {
    Map<String, List<Price>> rows = new HashMap<>();
    for (Price price : prices) {
      rows.computeIfAbsent(key(price.chip(), price.kind()), k -> new ArrayList<>()).add(price);
    }
    rows.values().forEach(dated -> dated.sort(Comparator.comparing(Price::from)));
    return new PriceBook(rows);
  }

  private static Price row(String line, int number) {
    String[] cells = line.split(",", COLUMNS);
    try {
      return new Price(
          cells[0].strip(),
          LocalDate.parse(cells[1].strip()),
          Price.Kind.valueOf(cells[2].strip().toUpperCase(Locale.ROOT)),
          new BigDecimal(cells[3].strip()),
          new BigDecimal(cells[4].strip()),
          new BigDecimal(cells[5].strip()),
          cells[6].strip());
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("price book line " + number + ": too few columns", e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("price book line " + number + ": " + e.getMessage(), e);
    }
  }

  /** This book, with the other's rows in the place of its own for each chip the other names. */
  public PriceBook with(PriceBook other) {
    Map<String, List<Price>> both = new HashMap<>(rows);
    both.putAll(other.rows);
    return new PriceBook(both);
  }

  /** This book with each price as another puts it. */
  public PriceBook map(UnaryOperator<Price> change) {
    return of(rows.values().stream().flatMap(List::stream).map(change).toList());
  }

  /**
   * The price that held on the day, or the first if the chip is younger.
   *
   * @param chip canonical id; null where it is not known
   * @param day null where it is not known: then the band spans all that was ever paid
   * @return null only from a book without a row for any chip
   */
  public @Nullable Price price(@Nullable String chip, Price.Kind kind, @Nullable LocalDate day) {
    List<String> kinds = chip == null ? List.of() : Chips.standard().lineage(chip);
    return Stream.concat(kinds.stream(), Stream.of(ANY))
        .map(name -> rows.get(key(name, kind)))
        .filter(Objects::nonNull)
        .findFirst()
        .map(dated -> day == null ? span(dated) : on(dated, day))
        .orElse(null);
  }

  private static Price on(List<Price> dated, LocalDate day) {
    Price held = dated.get(0);
    for (Price price : dated) {
      held = price.from().isAfter(day) ? held : price;
    }
    return held;
  }

  private static Price span(List<Price> dated) {
    Price middle = dated.get(dated.size() / 2);
    for (Price price : dated) {
      middle = middle.or(price);
    }
    return middle;
  }

  private static String key(String chip, Price.Kind kind) {
    return kind + " " + chip;
  }
}
