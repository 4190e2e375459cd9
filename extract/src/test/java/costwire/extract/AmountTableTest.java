package costwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the tables {@code amounts/<language>.tsv}: a sentence, and the first amount of a measure in
 * it ({@code cost/2}: the second). An empty measure means that nothing in the sentence is an
 * amount; empty figures, that a chip is named and not counted. The headline tells the language.
 */
class AmountTableTest {
  private static final Extractor EXTRACTOR = Extractor.standard();
  private static final int COLUMNS = 9;

  static Stream<Table> tables() {
    return Table.all("/amounts", ".tsv");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void reads_the_amount_of_every_sentence(Table table) {
    String headline = table.rows().get(0)[1];
    assertThat(counted(headline, "")).as("the headline's amounts").isEmpty();

    table
        .behindFirst()
        .check(COLUMNS, COLUMNS, columns -> read(headline, columns), AmountTableTest::expected);
  }

  private static List<Entity> counted(String headline, String sentence) {
    return EXTRACTOR.entities(SampleArticle.of(headline, sentence)).stream()
        .filter(entity -> entity.unit() != null)
        .toList();
  }

  private static String read(String headline, String[] columns) {
    if (columns[1].isEmpty()) {
      return String.join("; ", counted(headline, columns[0]).stream().map(Entity::quote).toList());
    }
    String[] wanted = columns[1].split("/", 2);
    int skipped = wanted.length == 1 ? 0 : Integer.parseInt(wanted[1]) - 1;
    return EXTRACTOR.entities(SampleArticle.of(headline, columns[0])).stream()
        .filter(entity -> measure(entity).equals(wanted[0]))
        .skip(skipped)
        .findFirst()
        .map(AmountTableTest::shown)
        .orElse("nothing");
  }

  private static String measure(Entity entity) {
    return switch (entity.kind()) {
      case MONEY -> "cost";
      case DURATION -> "duration";
      case CHIP -> "chip-hours".equals(entity.unit()) ? "chip-hours" : "chips";
    };
  }

  private static String shown(Entity entity) {
    Bound bound = entity.bound();
    return String.join(
        " ",
        plain(entity.low()),
        plain(entity.best()),
        plain(entity.high()),
        text(entity.unit()),
        bound == null ? "-" : bound.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        text(entity.per()),
        text(entity.chip()));
  }

  private static String expected(String[] columns) {
    return columns[1].isEmpty()
        ? ""
        : String.join(
            " ",
            plain(figure(columns[2])),
            plain(figure(columns[3])),
            plain(figure(columns[4])),
            text(columns[5]),
            text(columns[6]),
            text(columns[7]),
            text(columns[8]));
  }

  private static @Nullable BigDecimal figure(String column) {
    return column.isEmpty() ? null : new BigDecimal(column);
  }

  private static String plain(@Nullable BigDecimal figure) {
    return figure == null ? "-" : figure.stripTrailingZeros().toPlainString();
  }

  private static String text(@Nullable String column) {
    return column == null || column.isEmpty() ? "-" : column;
  }
}
