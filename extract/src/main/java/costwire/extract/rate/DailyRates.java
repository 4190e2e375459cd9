package costwire.extract.rate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Rates of single days, in the XML in which the European Central Bank publishes what a euro is
 * worth. Immutable.
 */
final class DailyRates {
  /** The day after the last one of {@link #bundled}. */
  static final LocalDate BUNDLED_END = LocalDate.of(2023, 2, 22);

  private static final String EURO = "EUR";
  private static final String DOLLAR = "USD";
  private static final DailyRates NONE = new DailyRates(Map.of());

  /** As precise as the euro's rates are. */
  private static final MathContext DIGITS = new MathContext(6);

  /** Two generations of days in fifty currencies. */
  private static final int MOST_RATES = 1_000_000;

  private final Map<String, Series> byCurrency;

  private DailyRates(Map<String, Series> byCurrency) {
    this.byCurrency = Map.copyOf(byCurrency);
  }

  static DailyRates none() {
    return NONE;
  }

  /** 1999 to 21 February 2023, as the library for money keeps them. Takes a while to read. */
  static DailyRates bundled() {
    return Bundled.RATES;
  }

  /**
   * Reads {@code Cube} elements with a {@code time}, and in them with {@code currency} and {@code
   * rate}.
   *
   * @throws IllegalArgumentException if it is no such document, or holds no day with a dollar
   */
  static DailyRates read(InputStream xml) {
    Reading reading = new Reading();
    try {
      XMLStreamReader elements = factory().createXMLStreamReader(new BufferedInputStream(xml));
      while (elements.hasNext()) {
        if (elements.next() == XMLStreamConstants.START_ELEMENT
            && elements.getLocalName().equals("Cube")) {
          reading.see(
              elements.getAttributeValue(null, "time"),
              elements.getAttributeValue(null, "currency"),
              elements.getAttributeValue(null, "rate"));
        }
      }
    } catch (XMLStreamException | DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("not rates as the ECB writes them: " + e.getMessage(), e);
    }
    return reading.rates();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** The latest rate at or before the day. */
  Optional<Rate> at(String currency, LocalDate day) {
    Series series = byCurrency.get(currency);
    return series == null ? Optional.empty() : series.at(currency, day);
  }

  /** One currency's days, in order, and what a unit of it was worth in dollars. */
  private record Series(int[] days, double[] usd) {
    static Series of(TreeMap<Integer, Double> rates) {
      return new Series(
          rates.keySet().stream().mapToInt(day -> day).toArray(),
          rates.values().stream().mapToDouble(usd -> usd).toArray());
    }

    Optional<Rate> at(String currency, LocalDate day) {
      long epochDay = Math.min(day.toEpochDay(), Integer.MAX_VALUE);
      int found = Arrays.binarySearch(days, (int) epochDay);
      int at = found >= 0 ? found : -found - 2;
      return at < 0
          ? Optional.empty()
          : Optional.of(
              new Rate(
                  currency,
                  BigDecimal.valueOf(usd[at]).round(DIGITS),
                  LocalDate.ofEpochDay(days[at])));
    }
  }

  /** What was read so far. */
  private static final class Reading {
    private final Map<String, TreeMap<Integer, Double>> series = new HashMap<>();
    private final Map<String, Double> perEuro = new HashMap<>();
    private @Nullable LocalDate day;
    private int count;

    void see(@Nullable String time, @Nullable String currency, @Nullable String rate) {
      if (time != null) {
        endDay();
        day = LocalDate.parse(time);
      } else if (currency != null && rate != null) {
        double value = Double.parseDouble(rate);
        if (!(value > 0) || Double.isInfinite(value) || !currency.matches("[A-Z]{3}")) {
          throw new NumberFormatException("no rate: " + currency + " " + rate);
        }
        perEuro.put(currency, value);
        count++;
        if (count > MOST_RATES) {
          throw new IllegalArgumentException("more than " + MOST_RATES + " rates");
        }
      }
    }

    private void endDay() {
      Double dollars = perEuro.get(DOLLAR);
      if (day != null && dollars != null) {
        int at = Math.toIntExact(ChronoUnit.DAYS.between(LocalDate.EPOCH, day));
        perEuro.forEach((currency, rate) -> put(currency, at, dollars / rate));
        put(EURO, at, dollars);
      }
      perEuro.clear();
    }

    private void put(String currency, int at, double usd) {
      series.computeIfAbsent(currency, same -> new TreeMap<>()).put(at, usd);
    }

    DailyRates rates() {
      endDay();
      series.remove(DOLLAR);
      if (series.isEmpty()) {
        throw new IllegalArgumentException("no day with a rate of the dollar");
      }
      Map<String, Series> all = new HashMap<>();
      series.forEach((currency, rates) -> all.put(currency, Series.of(rates)));
      return new DailyRates(all);
    }
  }

  /** Read once, when first asked for. */
  private static final class Bundled {
    private static final String RESOURCE =
        "/org/javamoney/moneta/convert/ecb/defaults/eurofxref-hist.xml";

    static final DailyRates RATES = read();

    private static DailyRates read() {
      try (InputStream in =
          Objects.requireNonNull(DailyRates.class.getResourceAsStream(RESOURCE), RESOURCE)) {
        return DailyRates.read(in);
      } catch (IOException e) {
        throw new IllegalStateException(RESOURCE, e);
      }
    }
  }
}
