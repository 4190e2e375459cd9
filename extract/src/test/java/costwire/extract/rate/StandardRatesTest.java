package costwire.extract.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rates that come along, against facts found elsewhere and for holes. */
class StandardRatesTest {
  private static final List<Rate> TABLE = RateTable.read("/rates/usd-per-unit.csv");

  /** The Lebanese pound fell to a quarter within a year. */
  private static final double LARGEST_STEP = 4;

  @ParameterizedTest(name = "{0} of {1} is {2} dollars within {3} percent")
  @CsvSource({
    "AED, 2019-07-01, 0.27229, 0.01",
    "SAR, 2024-07-01, 0.26667, 0.01",
    "QAR, 2021-07-01, 0.27473, 0.01",
    "BHD, 2021-07-01, 2.65957, 0.01",
    "OMR, 2021-07-01, 2.60078, 0.01",
    "JOD, 2021-07-01, 1.41044, 0.01",
    "HKD, 2020-07-01, 0.12821, 1",
    "EUR, 2022-07-01, 1.05, 1",
    "GBP, 2023-07-01, 1.24, 1",
    "CNY, 2023-12-07, 0.14119, 1",
    "CNY, 2025-01-27, 0.139, 1",
    "JPY, 2015-02-01, 0.00849, 1",
    "JPY, 2024-06-01, 0.0066, 1",
    "KRW, 2022-06-01, 0.000804, 1",
    "INR, 2024-03-07, 0.01195, 1",
    "CHF, 2023-06-01, 1.113, 1",
    "DKK, 2022-06-01, 0.144, 1",
    "BGN, 2022-06-01, 0.5477, 1",
    "RUB, 2022-03-09, 0.0096, 5",
    "RUB, 2022-06-30, 0.0175, 5",
    "TRY, 2021-12-15, 0.068, 5",
    "EGP, 2024-02-15, 0.0324, 1",
    "EGP, 2024-04-15, 0.0208, 2",
    "ARS, 2023-11-20, 0.00283, 2",
    "ARS, 2024-01-20, 0.00122, 2",
    "NGN, 2023-05-20, 0.00216, 2",
    "IRR, 2018-09-20, 0.00000714, 10",
    "UAH, 2023-06-01, 0.02734, 1",
    "IDR, 2023-06-01, 0.0000656, 1",
    "XOF, 2022-06-01, 0.001605, 1",
  })
  void agrees_with_what_is_known(String currency, LocalDate day, double usd, double percent) {
    assertThat(Rates.standard().at(currency, day).orElseThrow().usd().doubleValue())
        .isCloseTo(usd, within(usd * percent / 100));
  }

  @Test
  void every_year_from_2015_to_2026_has_a_rate_of_its_own() {
    series()
        .forEach(
            (currency, days) -> {
              for (int year = 2015; year <= 2026; year++) {
                assertThat(days.ceilingKey(LocalDate.of(year, 1, 1)))
                    .as("%s %d", currency, year)
                    .isEqualTo(LocalDate.of(year, 1, 1));
              }
            });
  }

  @Test
  void rows_stand_in_the_order_of_their_currency_and_day() {
    assertThat(TABLE)
        .isSortedAccordingTo(Comparator.comparing(Rate::currency).thenComparing(Rate::date));
  }

  @Test
  void months_once_begun_run_to_the_end_of_their_year() {
    for (Rate rate : TABLE) {
      if (rate.date().getMonthValue() > 1 && rate.date().getMonthValue() < 12) {
        assertThat(series().get(rate.currency()))
            .as("after %s", rate)
            .containsKey(rate.date().plusMonths(1));
      }
    }
  }

  @Test
  void no_rate_is_far_from_the_one_before() {
    series()
        .forEach(
            (currency, days) -> {
              BigDecimal before = days.firstEntry().getValue();
              for (Map.Entry<LocalDate, BigDecimal> entry : days.entrySet()) {
                double step = entry.getValue().doubleValue() / before.doubleValue();
                assertThat(Math.max(step, 1 / step))
                    .as("%s %s", currency, entry.getKey())
                    .isLessThan(LARGEST_STEP);
                before = entry.getValue();
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"EUR", "CNY", "JPY", "KRW", "INR", "RUB", "TRY", "IRR", "VND", "TWD"})
  void knows_the_currencies_of_the_newspapers(String currency) {
    assertThat(Rates.standard().currencies()).contains(currency, "USD").hasSizeGreaterThan(60);
  }

  @Test
  void every_code_is_one_of_iso_4217() {
    assertThat(Rates.standard().currencies()).allSatisfy(Currency::getInstance);
  }

  private static Map<String, NavigableMap<LocalDate, BigDecimal>> series() {
    return TABLE.stream()
        .collect(
            Collectors.groupingBy(
                Rate::currency,
                TreeMap::new,
                Collectors.toMap(Rate::date, Rate::usd, (a, b) -> a, TreeMap::new)));
  }
}
