package costwire.aggregate.posterior;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** 10th, 50th and 90th percentile, in log10. */
public record Percentiles(double low, double median, double high) {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  /** An amount to three significant digits, in plain notation. */
  public static BigDecimal amount(double log) {
    return rounded(BigDecimal.valueOf(StrictMath.pow(10, log)));
  }

  /** To three significant digits, in plain notation. */
  public static BigDecimal rounded(BigDecimal amount) {
    return plain(amount.round(DIGITS));
  }

  /** The same amount always in the same notation: no exponent, no idle zeros. */
  public static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
