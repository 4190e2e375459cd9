package costwire.extract.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTableTest {
  @Test
  void reads_years_and_months_and_skips_comments() throws IOException {
    assertThat(
            read(
                "# why\nperiod,currency,usd,source\n\n2022,TRY,0.06,mean, of the year\n2022-03,TRY,0.07,x"))
        .containsExactly(
            new Rate("TRY", new BigDecimal("0.06"), LocalDate.of(2022, 1, 1)),
            new Rate("TRY", new BigDecimal("0.07"), LocalDate.of(2022, 3, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022,EUR,1.05",
        "2022,EUR,about one,x",
        "2022,euro,1.05,x",
        "2022-13,EUR,1.05,x",
        "lately,EUR,1.05,x",
        "2022,EUR,0,x",
      })
  void names_the_line_that_it_cannot_read(String line) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }

  private static List<Rate> read(String lines) throws IOException {
    return RateTable.read(new BufferedReader(new StringReader(lines)));
  }
}
