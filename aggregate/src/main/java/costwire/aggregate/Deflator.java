package costwire.aggregate;

import costwire.aggregate.implied.BundledTable;
import costwire.aggregate.implied.Price;
import costwire.aggregate.implied.PriceBook;
import costwire.extract.Claim;
import costwire.extract.Dollars;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Dollars of one year in those of another, by what consumers paid in the United States. */
final class Deflator {
  private static final MathContext DIGITS = new MathContext(6);
  private static final NavigableMap<Integer, BigDecimal> INDEX = read();
  private static final Deflator NONE = new Deflator(null);

  /** The index of the year in whose dollars all is told; null: of each claim's own. */
  private final @Nullable BigDecimal target;

  private Deflator(@Nullable BigDecimal target) {
    this.target = target;
  }

  static Deflator none() {
    return NONE;
  }

  /**
   * @throws IllegalArgumentException if the year's index is not known
   */
  static Deflator to(int year) {
    BigDecimal index = INDEX.get(year);
    if (index == null) {
      throw new IllegalArgumentException(
          "prices are known of " + INDEX.firstKey() + " to " + INDEX.lastKey());
    }
    return new Deflator(index);
  }

  List<Claim> of(List<Claim> claims) {
    return target == null ? claims : claims.stream().map(this::of).toList();
  }

  PriceBook of(PriceBook book) {
    return target == null ? book : book.map(this::of);
  }

  private Price of(Price price) {
    BigDecimal by = factor(price.from().getYear());
    return new Price(
        price.chip(),
        price.from(),
        price.kind(),
        price.low().multiply(by, DIGITS),
        price.best().multiply(by, DIGITS),
        price.high().multiply(by, DIGITS),
        price.source());
  }

  private Claim of(Claim claim) {
    Dollars usd = claim.usd();
    Instant at = claim.publishedAt();
    if (usd == null || at == null) {
      return claim;
    }
    BigDecimal by = factor(at.atZone(ZoneOffset.UTC).getYear());
    return claim.worth(
        new Dollars(
            times(usd.low(), by),
            times(usd.best(), by),
            times(usd.high(), by),
            usd.rate(),
            usd.rateDate()));
  }

  private static @Nullable BigDecimal times(@Nullable BigDecimal amount, BigDecimal by) {
    return amount == null ? null : amount.multiply(by, DIGITS);
  }

  /** Years beyond the table have the prices of its nearest. */
  private BigDecimal factor(int year) {
    Map.Entry<Integer, BigDecimal> known = INDEX.floorEntry(year);
    BigDecimal index = (known == null ? INDEX.firstEntry() : known).getValue();
    return Objects.requireNonNull(target).divide(index, MathContext.DECIMAL64);
  }

  private static NavigableMap<Integer, BigDecimal> read() {
    NavigableMap<Integer, BigDecimal> index = new TreeMap<>();
    for (String[] row : BundledTable.rows("/consumer-prices.csv", 2)) {
      index.put(Integer.valueOf(row[0]), new BigDecimal(row[1]));
    }
    return index;
  }
}
