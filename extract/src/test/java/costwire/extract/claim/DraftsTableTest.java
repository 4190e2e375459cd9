package costwire.extract.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.entity.Amount;
import costwire.extract.lexicon.ResourceFolder;
import costwire.extract.number.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the tables {@code readings/<language>.csv}: a text of one or more sentences, and every
 * amount in it, each as {@code unit bound figure} or {@code unit bound low high}, parted by
 * semicolons; chips as {@code chips/id}, one that is only named as {@code chip/id}.
 */
class DraftsTableTest {
  private static final ResourceFolder TABLES = new ResourceFolder("/readings");
  private static final Drafts DRAFTS = new Drafts();

  static Stream<String> tables() {
    return TABLES.names(".csv").stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void reads_the_amounts_of_every_text(String table) throws IOException {
    String language = table.substring(0, table.indexOf('.'));
    SoftAssertions softly = new SoftAssertions();
    for (String line : lines(table)) {
      String[] columns = line.split("\t", -1);
      assertThat(columns).as(table + ": " + line).hasSize(2);
      softly
          .assertThat(amounts(language, columns[0]))
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
