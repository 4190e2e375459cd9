package costwire.extract.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 14);

  private final Rates rates =
      new Rates(
          List.of(
              new Rate("EUR", new BigDecimal("1.05"), LocalDate.of(2022, 1, 1)),
              new Rate("EUR", new BigDecimal("1.08"), LocalDate.of(2023, 1, 1))));

  @ParameterizedTest
  @CsvSource({
    "2022-01-01, 1.05, 2022-01-01",
    "2022-12-31, 1.05, 2022-01-01",
    "2023-01-01, 1.08, 2023-01-01",
    "9999-12-31, 1.08, 2023-01-01",
    "1999-06-01, 1.05, 2022-01-01",
  })
  void takes_the_latest_rate_at_or_before_the_day_else_the_earliest(
      LocalDate day, BigDecimal usd, LocalDate of) {
    assertThat(rates.at("EUR", day)).contains(new Rate("EUR", usd, of));
  }

  @Test
  void a_dollar_is_a_dollar_on_its_day() {
    assertThat(rates.at("USD", MARCH)).contains(new Rate("USD", BigDecimal.ONE, MARCH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "chips", "hours", "chip-hours", "eur", ""})
  void what_is_no_known_currency_has_no_rate(String unit) {
    assertThat(Rates.standard().at(unit, MARCH)).isEqualTo(Optional.empty());
  }

  @Test
  void refuses_two_rates_of_one_day() {
    Rate rate = new Rate("EUR", BigDecimal.ONE, MARCH);
    assertThatThrownBy(() -> new Rates(List.of(rate, rate)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EUR of 2025-03-14");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1.2"})
  void refuses_a_rate_of_nothing_or_less(BigDecimal usd) {
    assertThatThrownBy(() -> new Rate("EUR", usd, MARCH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
