package costwire.extract.rate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyRatesTest {
  private static final String TWO_DAYS =
      """
      <?xml version="1.0"?>
      <e:Envelope xmlns:e="urn:e" xmlns="urn:x"><e:subject>Rates</e:subject><Cube>
      <Cube time="2026-05-05"><Cube currency="USD" rate="1.2"/><Cube currency="CNY" rate="8"/></Cube>
      <Cube time="2026-05-04"><Cube currency="USD" rate="1.1"/><Cube currency="CNY" rate="8.8"/></Cube>
      </Cube></e:Envelope>
      """;

  /** Days in any order; a euro is worth its dollars, the rest by way of the euro. */
  @ParameterizedTest
  @CsvSource({
    "EUR, 2026-05-04, 1.1, 2026-05-04",
    "CNY, 2026-05-04, 0.125, 2026-05-04",
    "CNY, 2026-05-05, 0.15, 2026-05-05",
    "CNY, 2026-05-20, 0.15, 2026-05-05",
  })
  void takesTheLatestDay(String currency, LocalDate day, BigDecimal usd, LocalDate of) {
    assertThat(DailyRates.read(xml(TWO_DAYS)).at(currency, day))
        .contains(new Rate(currency, usd, of));
  }

  @Test
  void knowsNothingOfEarlierDaysAndOtherCurrencies() {
    DailyRates rates = DailyRates.read(xml(TWO_DAYS));
    assertThat(rates.at("EUR", LocalDate.of(2026, 5, 3))).isEmpty();
    assertThat(rates.at("SEK", LocalDate.of(2026, 5, 5))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rates",
        "<Envelope/>",
        "<Cube><Cube time='2026-05-05'><Cube currency='CNY' rate='8'/></Cube></Cube>",
        "<Cube><Cube time='today'><Cube currency='USD' rate='1'/></Cube></Cube>",
        "<Cube><Cube time='2026-05-05'><Cube currency='USD' rate='-1'/></Cube></Cube>",
        "<Cube><Cube time='2026-05-05'><Cube currency='USD' rate='1e999'/></Cube></Cube>",
        "<Cube><Cube time='2026-05-05'><Cube currency='dollar' rate='1'/></Cube></Cube>",
        "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Cube>&x;</Cube>",
      })
  void refusesWhatIsNoRates(String xml) {
    assertThatThrownBy(() -> DailyRates.read(xml(xml)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The bank's own reference rates of these days, by way of the euro. */
  @ParameterizedTest
  @CsvSource({
    "EUR, 1999-01-04, 1.1789, 1999-01-04",
    "EUR, 2023-02-21, 1.0664, 2023-02-21",
    "CNY, 2023-02-21, 0.145342, 2023-02-21",
    "JPY, 2023-02-21, 0.0074179, 2023-02-21",
    "EUR, 2020-07-05, 1.1224, 2020-07-03",
  })
  void bringsTheDaysUpToFebruary2023(String currency, LocalDate day, double usd, LocalDate of) {
    Rate rate = DailyRates.bundled().at(currency, day).orElseThrow();
    assertThat(rate.usd().doubleValue()).isCloseTo(usd, within(usd / 2_000));
    assertThat(rate.date()).isEqualTo(of);
  }

  @Test
  void endsWhereItSaysThatItEnds() {
    assertThat(DailyRates.bundled().at("EUR", LocalDate.MAX).orElseThrow().date())
        .isEqualTo(DailyRates.BUNDLED_END.minusDays(1));
  }

  /** The days of a file first, then a mean; an old day only where there is no newer mean. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-05, 0.15, 2026-05-05",
    "2026-06-05, 0.15, 2026-05-05",
    "2026-06-06, 0.15, 2026-05-05",
    "2026-05-03, 0.14, 2026-01-01",
    "2027-02-01, 0.13, 2027-01-01",
  })
  void goesBeforeMeans(LocalDate day, BigDecimal usd, LocalDate of) {
    Rates rates =
        new Rates(
                List.of(
                    new Rate("CNY", new BigDecimal("0.14"), LocalDate.of(2026, 1, 1)),
                    new Rate("CNY", new BigDecimal("0.13"), LocalDate.of(2027, 1, 1))))
            .with(xml(TWO_DAYS));
    assertThat(rates.at("CNY", day)).contains(new Rate("CNY", usd, of));
  }

  private static InputStream xml(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
