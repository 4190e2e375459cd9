package costwire.extract.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A currency's worth in US dollars.
 *
 * @param currency ISO 4217 code
 * @param usd US dollars for one unit; above 0
 * @param date first day of the month or year whose mean it is
 */
public record Rate(String currency, BigDecimal usd, LocalDate date) {
  public Rate {
    Objects.requireNonNull(date, "a rate needs a date");
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("not a currency code: " + currency);
    }
    if (usd.signum() <= 0) {
      throw new IllegalArgumentException("a rate is above 0, not " + usd);
    }
  }
}
