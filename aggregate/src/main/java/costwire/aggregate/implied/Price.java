package costwire.aggregate.implied;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one chip cost at a time, in US dollars: for an hour, or for good.
 *
 * @param from the day from which it holds, until the next row of its chip and kind
 * @param low one in ten paid less
 * @param high one in ten paid more
 * @param source where it is known from, in words
 */
public record Price(
    String chip,
    LocalDate from,
    Kind kind,
    BigDecimal low,
    BigDecimal best,
    BigDecimal high,
    String source) {
  /** What is paid for. */
  public enum Kind {
    /** An hour of one chip. */
    RENTAL,
    /** One chip; the high end with its share of the server around it. */
    PURCHASE
  }

  public Price {
    if (low.signum() <= 0 || low.compareTo(best) > 0 || best.compareTo(high) > 0) {
      throw new IllegalArgumentException("a price needs 0 < low <= best <= high");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("a price needs its source");
    }
  }

  /** This price where somebody says what was really paid; the band still holds their figure. */
  Price stating(BigDecimal paid) {
    return new Price(chip, from, kind, low.min(paid), paid, high.max(paid), source);
  }

  /** The price of a time that is not known: any of the two. */
  Price or(@Nullable Price other) {
    return other == null
        ? this
        : new Price(chip, from, kind, low.min(other.low), best, high.max(other.high), source);
  }

  /** The band, as a factor. */
  Quantity quantity() {
    return Quantity.of(low, best, high);
  }
}
