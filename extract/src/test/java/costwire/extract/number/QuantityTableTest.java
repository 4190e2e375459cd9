package costwire.extract.number;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Lexicons;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.ResourceFolder;
import costwire.extract.text.LexicalTokenizer;
import costwire.extract.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the tables {@code numbers/<language>.csv}: a phrase, the least and the most it says. */
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
      assertThat(columns).as(table + ": " + line).hasSize(3);
      softly
          .assertThat(read(columns[0], lexicon))
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
    return columns[1].isBlank()
        ? List.of()
        : List.of(plain(new BigDecimal(columns[1])), plain(new BigDecimal(columns[2])));
  }

  /** The first number of the phrase that is more than a bare year or digit run inside a name. */
  private static List<String> read(String phrase, Lexicon lexicon) {
    LexicalTokenizer tokenizer =
        new LexicalTokenizer(lexicon.words(), Words.NONE, lexicon.groupsBySpace());
    Reading reading = Reading.of(tokenizer.tokenize(phrase), lexicon);
    QuantityParser parser = new QuantityParser(reading);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < reading.size() && found.isEmpty(); i++) {
      Quantity quantity = parser.parse(i);
      if (quantity != null) {
        found.add(plain(quantity.low()));
        found.add(plain(quantity.high()));
      }
    }
    return found;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
