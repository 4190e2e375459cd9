package costwire.extract.number;

import costwire.extract.Table;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Lexicons;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the tables {@code numbers/<language>.csv}: a phrase, the least and the most it says, and,
 * where a fourth column asks, whether the number's own words make it {@code about}, {@code
 * at-least} or {@code exact}.
 */
class QuantityTableTest {
  private static final Lexicons LEXICONS = new Lexicons();

  static Stream<Table> tables() {
    return Table.all("/numbers", ".csv");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void readsEveryPhraseOfTheTable(Table table) {
    Lexicon lexicon = LEXICONS.of(table.language());

    table.check(3, 4, row -> read(row[0], lexicon, row.length), QuantityTableTest::expected);
  }

  private static List<String> expected(String[] columns) {
    List<String> expected = new ArrayList<>();
    if (!columns[1].isBlank()) {
      expected.add(plain(new BigDecimal(columns[1])));
      expected.add(plain(new BigDecimal(columns[2])));
      expected.addAll(List.of(columns).subList(3, columns.length));
    }
    return expected;
  }

  private static List<String> read(String phrase, Lexicon lexicon, int columns) {
    Quantity quantity = Phrase.firstNumber(phrase, lexicon);
    if (quantity == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>(List.of(plain(quantity.low()), plain(quantity.high())));
    if (columns > 3) {
      found.add(quantity.rounded() ? "about" : quantity.open() ? "at-least" : "exact");
    }
    return found;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
