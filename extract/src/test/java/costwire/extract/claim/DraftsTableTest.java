package costwire.extract.claim;

import costwire.extract.Table;
import costwire.extract.entity.Amount;
import costwire.extract.number.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the tables {@code readings/<language>.csv}: a text of one or more sentences, and every
 * amount in it, each as {@code unit bound figure} or {@code unit bound low high}, parted by
 * semicolons; chips as {@code chips/id}, one that is only named as {@code chip/id}.
 */
class DraftsTableTest {
  private static final Drafts DRAFTS = new Drafts();

  static Stream<Table> tables() {
    return Table.all("/readings", ".csv");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void reads_the_amounts_of_every_text(Table table) {
    table.check(2, 2, row -> amounts(table.language(), row[0]), row -> row[1]);
  }

  private static String amounts(String language, String text) {
    return DRAFTS.amounts(language, "", text).stream()
        .map(found -> shown(found.amount()))
        .collect(Collectors.joining("; "));
  }

  private static String shown(Amount amount) {
    String chip = amount.chip() == null ? "" : "/" + amount.chip().id();
    Quantity quantity = amount.quantity();
    if (quantity == null) {
      return "chip" + chip;
    }
    String bound = amount.bound().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String figures =
        plain(quantity.low()) + (quantity.isRange() ? " " + plain(quantity.high()) : "");
    String per = amount.per() == null ? "" : "/" + amount.per();
    return amount.unit() + chip + per + " " + bound + " " + figures;
  }

  /** Minutes are no round part of an hour. */
  private static String plain(BigDecimal value) {
    return value.round(new MathContext(8)).stripTrailingZeros().toPlainString();
  }
}
