package costwire.aggregate.implied;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.extract.catalogue.Catalogue;
import costwire.extract.catalogue.Chip;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookTest {
  private static final PriceBook BOOK = PriceBook.standard();

  private static Price price(PriceBook book, @Nullable String chip, String kind, String day) {
    LocalDate on = day.isEmpty() ? null : LocalDate.parse(day);
    return Objects.requireNonNull(book.price(chip, Price.Kind.valueOf(kind), on));
  }

  @ParameterizedTest
  @CsvSource({
    "nvidia-h800,             RENTAL,   2025-01-01, nvidia-h800,     2.00",
    "nvidia-h100,             RENTAL,   2020-01-01, nvidia-h100,     3.20",
    "nvidia-h100,             RENTAL,   2023-09-30, nvidia-h100,     3.20",
    "nvidia-h100,             RENTAL,   2023-10-01, nvidia-h100,     2.80",
    "nvidia-h100-sxm5,        PURCHASE, 2023-10-01, nvidia-h100,     30000",
    "nvidia-rtx-2080,         PURCHASE, 2023-10-01, nvidia-geforce,  1500",
    "intel-gaudi-2,           PURCHASE, 2023-10-01, intel-gaudi-2,   8100",
    "amazon-trainium1,        RENTAL,   2023-10-01, amazon-trainium, 0.90",
    "nvidia-l2,               PURCHASE, 2023-10-01, nvidia,          27000",
    "google-tpu-v9,           RENTAL,   2023-10-01, google-tpu,      1.60",
    "huawei-ascend-310,       PURCHASE, 2023-10-01, huawei-ascend,   16000",
    "nobody-knows,            RENTAL,   2023-10-01, any,             1.90",
    ",                        PURCHASE, 2024-10-01, any,             22000"
  })
  void aChipHasItsOwnPriceOrItsFamilys(
      @Nullable String chip, String kind, String day, String row, String best) {
    Price price = price(BOOK, chip, kind, day);

    assertThat(price.chip()).isEqualTo(row);
    assertThat(price.best()).isEqualByComparingTo(best);
  }

  @Test
  void atLeastThirtyChipsAreRentedAndBoughtAndAllAreInTheCatalogue() throws IOException {
    Set<String> known = Catalogue.chips().stream().map(Chip::id).collect(Collectors.toSet());
    Map<String, Set<String>> kinds = new TreeMap<>();
    try (BufferedReader book =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PriceBook.class.getResourceAsStream("/price-book.csv")),
                UTF_8))) {
      book.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", 4))
          .filter(cells -> !cells[0].matches("chip|any"))
          .forEach(cells -> kinds.computeIfAbsent(cells[0], c -> new TreeSet<>()).add(cells[2]));
    }

    assertThat(known).containsAll(kinds.keySet());
    assertThat(kinds.values()).filteredOn(kind -> kind.size() == 2).hasSizeGreaterThan(60);
  }

  @Test
  void aDayThatIsNotKnownHasTheBandOfAllDays() {
    Price price = price(BOOK, "nvidia-h100", "RENTAL", "");

    assertThat(price.low()).isEqualByComparingTo("1.50");
    assertThat(price.high()).isEqualByComparingTo("8.00");
  }

  @Test
  void rowsHoldFromTheirDayInWhateverOrderTheyAreWritten() throws IOException {
    PriceBook own =
        PriceBook.read(
            new StringReader(
                """
                x,2025-01-01,rental,3,3,3,late

                x,2023-01-01,rental,1,1,1,early
                x,2024-01-01,rental,2,2,2,between
                """));

    assertThat(price(own, "x", "RENTAL", "2022-01-01").source()).isEqualTo("early");
    assertThat(price(own, "x", "RENTAL", "2024-06-01").source()).isEqualTo("between");
    assertThat(price(own, "x-y", "RENTAL", "2025-01-01").source()).isEqualTo("late");
    assertThat(price(own, "x", "RENTAL", "").best()).isEqualByComparingTo("2");
    assertThat(own.price("-x", Price.Kind.RENTAL, null)).isNull();
    assertThat(own.price("x", Price.Kind.PURCHASE, null)).isNull();
  }

  @Test
  void aUsersRowsTakeThePlaceOfTheBooks() throws IOException {
    PriceBook own =
        PriceBook.read(
            new StringReader("nvidia-h800,2024-01-01,rental,1,1.1,1.2,our bill, paid\n"));
    PriceBook both = BOOK.with(own);

    assertThat(price(both, "nvidia-h800", "RENTAL", "2023-06-01").source())
        .isEqualTo("our bill, paid");
    assertThat(price(both, "nvidia-h800", "PURCHASE", "2023-06-01").best())
        .isEqualByComparingTo("30000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nvidia-h800,2024-01-01,rental,1,2",
        "nvidia-h800,yesterday,rental,1,2,3,x",
        "nvidia-h800,2024-01-01,stolen,1,2,3,x",
        "nvidia-h800,2024-01-01,rental,3,2,1,x",
        "nvidia-h800,2024-01-01,rental,0,2,3,x",
        "nvidia-h800,2024-01-01,rental,NaN,2,3,x",
        "nvidia-h800,2024-01-01,rental,1,2,3,"
      })
  void aLineThatMakesNoSenseIsNamed(String line) {
    assertThatThrownBy(() -> PriceBook.read(new StringReader("# ours\n" + line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("price book line 2: ");
  }
}
