package costwire.extract.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rates of exchange by currency and day. Immutable; safe for use by many threads. */
public final class Rates {
  private static final String DOLLAR = "USD";

  private final Map<String, NavigableMap<LocalDate, Rate>> byCurrency;

  /**
   * @throws IllegalArgumentException if a currency has two rates for one day, or the dollar has one
   */
  public Rates(Collection<Rate> rates) {
    Map<String, NavigableMap<LocalDate, Rate>> series = new HashMap<>();
    for (Rate rate : rates) {
      NavigableMap<LocalDate, Rate> days =
          series.computeIfAbsent(rate.currency(), currency -> new TreeMap<>());
      if (rate.currency().equals(DOLLAR) || days.put(rate.date(), rate) != null) {
        throw new IllegalArgumentException(
            "a second rate for " + rate.currency() + " of " + rate.date());
      }
    }
    byCurrency = Map.copyOf(series);
  }

  /** The rates that come with Costwire, from 2015 on. */
  public static Rates standard() {
    return Standard.RATES;
  }

  /**
   * The latest rate at or before the day, or the earliest there is where all come later.
   *
   * @param currency ISO 4217 code
   * @return empty for a currency that is not known, so for {@code XXX} and for units that are no
   *     money
   */
  public Optional<Rate> at(String currency, LocalDate day) {
    if (currency.equals(DOLLAR)) {
      return Optional.of(new Rate(DOLLAR, BigDecimal.ONE, day));
    }
    NavigableMap<LocalDate, Rate> days = byCurrency.get(currency);
    if (days == null) {
      return Optional.empty();
    }
    Map.Entry<LocalDate, Rate> last = days.floorEntry(day);
    return Optional.of((last == null ? days.firstEntry() : last).getValue());
  }

  /** Codes of the currencies that have a rate, in order; the dollar is one. */
  public Set<String> currencies() {
    Set<String> codes = new TreeSet<>(byCurrency.keySet());
    codes.add(DOLLAR);
    return Collections.unmodifiableSet(codes);
  }

  /** Read once, when first asked for. */
  private static final class Standard {
    static final Rates RATES = new Rates(RateTable.read("/rates/usd-per-unit.csv"));
  }
}
