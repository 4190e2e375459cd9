package costwire.extract.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Lexicons;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.ResourceFolder;
import costwire.extract.number.Quantity;
import costwire.extract.text.LexicalTokenizer;
import costwire.extract.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the tables {@code finders/<language>.csv}: a text, and every sum of money and duration in
 * it, each as {@code unit bound low high}, parted by semicolons.
 */
class AmountFinderTableTest {
  private static final ResourceFolder TABLES = new ResourceFolder("/finders");
  private static final Lexicons LEXICONS = new Lexicons();

  static Stream<String> tables() {
    return TABLES.names(".csv").stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void findsTheAmountsOfEveryText(String table) throws IOException {
    Lexicon lexicon = LEXICONS.of(table.substring(0, table.indexOf('.')));
    SoftAssertions softly = new SoftAssertions();
    for (String line : lines(table)) {
      String[] columns = line.split("\t", -1);
      assertThat(columns).as(table + ": " + line).hasSize(2);
      softly
          .assertThat(String.join("; ", amounts(columns[0], lexicon)))
          .as(table + ": " + line)
          .isEqualTo(columns[1]);
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

  private static List<String> amounts(String text, Lexicon lexicon) {
    LexicalTokenizer tokenizer =
        new LexicalTokenizer(lexicon.words(), Words.NONE, lexicon.groupsBySpace());
    Reading reading = Reading.of(tokenizer.tokenize(text), lexicon);
    List<Amount> found = new ArrayList<>(new MoneyFinder(lexicon).find(reading));
    found.addAll(new DurationFinder(lexicon).find(reading));
    return found.stream().map(AmountFinderTableTest::shown).toList();
  }

  private static String shown(Amount amount) {
    Quantity quantity = Objects.requireNonNull(amount.quantity());
    String bound = amount.bound().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return amount.unit() + " " + bound + " " + plain(quantity.low()) + " " + plain(quantity.high());
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
