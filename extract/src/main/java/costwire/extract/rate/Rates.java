package costwire.extract.rate;

import java.io.InputStream;
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
import org.jspecify.annotations.Nullable;

/**
 * Rates of exchange by currency and day: those of single days where there are any, means of months
 * and years for the rest. Immutable; safe for use by many threads.
 */
public final class Rates {
  private static final String DOLLAR = "USD";

  /** A rate of a single day serves so many days; then a mean is nearer. */
  private static final int SERVES = 31;

  private final Map<String, NavigableMap<LocalDate, Rate>> means;
  private final DailyRates fed;

  /** Whether the days are known that come with Costwire. */
  private final boolean bundled;

  private Rates(Map<String, NavigableMap<LocalDate, Rate>> means, DailyRates fed, boolean bundled) {
    this.means = means;
    this.fed = fed;
    this.bundled = bundled;
  }

  /**
   * Rates of months and years alone.
   *
   * @throws IllegalArgumentException if a currency has two rates for one day, or the dollar has one
   */
  public Rates(Collection<Rate> rates) {
    this(series(rates), DailyRates.none(), false);
  }

  private static Map<String, NavigableMap<LocalDate, Rate>> series(Collection<Rate> rates) {
    Map<String, NavigableMap<LocalDate, Rate>> series = new HashMap<>();
    for (Rate rate : rates) {
      NavigableMap<LocalDate, Rate> days =
          series.computeIfAbsent(rate.currency(), currency -> new TreeMap<>());
      if (rate.currency().equals(DOLLAR) || days.put(rate.date(), rate) != null) {
        throw new IllegalArgumentException(
            "a second rate for " + rate.currency() + " of " + rate.date());
      }
    }
    return Map.copyOf(series);
  }

  /**
   * The rates that come with Costwire: the European Central Bank's of each day from 1999 to
   * February 2023, means of months and years of all currencies from 2015 on.
   */
  public static Rates standard() {
    return Standard.RATES;
  }

  /**
   * These, and before them those of a file in the XML in which the European Central Bank publishes
   * its rates.
   *
   * @throws IllegalArgumentException if it is no such file
   */
  public Rates with(InputStream ecbXml) {
    return new Rates(means, DailyRates.read(ecbXml), bundled);
  }

  /**
   * The rate of the day or of one at most a month before it, else the mean of the time that it lies
   * in; the newest there is where all come earlier, the earliest where all come later.
   *
   * @param currency ISO 4217 code
   * @return empty for a currency that is not known, so for {@code XXX} and for units that are no
   *     money
   */
  public Optional<Rate> at(String currency, LocalDate day) {
    if (currency.equals(DOLLAR)) {
      return Optional.of(new Rate(DOLLAR, BigDecimal.ONE, day));
    }
    Rate known = fed.at(currency, day).orElse(null);
    if (known != null && serves(known, day)) {
      return Optional.of(known);
    }
    Rate own = bundled(currency, day);
    if (own != null && serves(own, day)) {
      return Optional.of(own);
    }
    Rate mean = mean(currency, day);
    return Optional.ofNullable(isOlder(mean, known) ? known : mean);
  }

  private @Nullable Rate bundled(String currency, LocalDate day) {
    boolean near = bundled && day.isBefore(DailyRates.BUNDLED_END.plusDays(SERVES));
    return near ? DailyRates.bundled().at(currency, day).orElse(null) : null;
  }

  private static boolean serves(Rate rate, LocalDate day) {
    return !rate.date().plusDays(SERVES).isBefore(day);
  }

  private @Nullable Rate mean(String currency, LocalDate day) {
    NavigableMap<LocalDate, Rate> periods = means.get(currency);
    if (periods == null) {
      return null;
    }
    Map.Entry<LocalDate, Rate> last = periods.floorEntry(day);
    return (last == null ? periods.firstEntry() : last).getValue();
  }

  private static boolean isOlder(@Nullable Rate mean, @Nullable Rate known) {
    return known != null && (mean == null || mean.date().isBefore(known.date()));
  }

  /** Codes of the currencies that have a rate, in order; the dollar is one. */
  public Set<String> currencies() {
    Set<String> codes = new TreeSet<>(means.keySet());
    codes.add(DOLLAR);
    return Collections.unmodifiableSet(codes);
  }

  /** Read once, when first asked for. */
  private static final class Standard {
    static final Rates RATES =
        new Rates(series(RateTable.read("/rates/usd-per-unit.csv")), DailyRates.none(), true);
  }
}
