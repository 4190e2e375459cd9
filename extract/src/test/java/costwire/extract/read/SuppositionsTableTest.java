package costwire.extract.read;

import costwire.extract.Table;
import costwire.extract.entity.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the tables {@code suppositions/<language>.csv}: an article's headline and text, and every
 * number in them that may be an amount whose unit is left out, as {@code unit bound low high}.
 */
class SuppositionsTableTest {
  private static final ArticleReaders READERS = new ArticleReaders();

  static Stream<Table> tables() {
    return Table.all("/suppositions", ".csv");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void supposesWhatMayBeAnAmount(Table table) {
    table.check(3, 3, row -> supposed(table.language(), row[0], row[1]), row -> row[2]);
  }

  private static String supposed(String language, String title, String text) {
    List<Passage> passages = READERS.read(language, title, text);
    return passages.stream()
        .flatMap(passage -> passage.supposed().stream())
        .map(SuppositionsTableTest::shown)
        .collect(Collectors.joining("; "));
  }

  private static String shown(Amount amount) {
    String bound = amount.bound().name().toLowerCase(Locale.ROOT).replace('_', '-');
    BigDecimal low = Objects.requireNonNull(amount.quantity()).low();
    return amount.unit() + " " + bound + " " + low.stripTrailingZeros().toPlainString();
  }
}
