package costwire.extract.entity;

import costwire.extract.Table;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Lexicons;
import costwire.extract.lexicon.Reading;
import costwire.extract.number.Quantity;
import costwire.extract.text.LexicalTokenizer;
import costwire.extract.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the tables {@code finders/<language>.csv}: a text, and every sum of money and duration in
 * it, each as {@code unit bound low high}, parted by semicolons.
 */
class AmountFinderTableTest {
  private static final Lexicons LEXICONS = new Lexicons();

  static Stream<Table> tables() {
    return Table.all("/finders", ".csv");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void findsTheAmountsOfEveryText(Table table) {
    Lexicon lexicon = LEXICONS.of(table.language());

    table.check(2, 2, row -> String.join("; ", amounts(row[0], lexicon)), row -> row[1]);
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
