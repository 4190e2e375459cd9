package costwire.extract.number;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Lexicons;
import costwire.extract.lexicon.ResourceFolder;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the tables {@code numbers/<language>.csv}: a phrase, the least and the most it says, and,
 * where a fourth column asks, whether the number's own words make it {@code about}, {@code
 * at-least} or {@code exact}.
 */
class QuantityTableTest {
  private static final ResourceFolder TABLES = new ResourceFolder("/numbers");
  private static final Lexicons LEXICONS = new Lexicons();

  static Stream<String> tables() {
    return TABLES.names(".csv").stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void readsEveryPhraseOfTheTable(String table) throws IOException {
    Lexicon lexicon = LEXICONS.of(table.substring(0, table.indexOf('.')));
    SoftAssertions softly = new SoftAssertions();
    for (String line : lines(table)) {
      String[] columns = line.split("\t", -1);
      assertThat(columns).as(table + ": " + line).hasSizeBetween(3, 4);
      softly
          .assertThat(read(columns[0], lexicon, columns.length))
          .as(table + ": " + line)
          .isEqualTo(expected(columns));
    }
    softly.assertAll();
  }

  private static List<String> lines(String table) throws IOException {
    try (InputStream file = TABLES.open(table)) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
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
