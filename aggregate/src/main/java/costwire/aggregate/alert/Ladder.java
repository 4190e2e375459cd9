package costwire.aggregate.alert;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The round figures that a median is watched for: 1, 3, 10, 30, 100 … million dollars. */
final class Ladder {
  private static final int FIRST_POWER = 6;
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  private Ladder() {}

  /** How many of the round figures the amount has reached. */
  static int rung(BigDecimal amount) {
    int power = amount.precision() - amount.scale() - 1;
    boolean aboveThree = amount.movePointLeft(power).compareTo(THREE) >= 0;
    return Math.max(0, 2 * (power - FIRST_POWER) + (aboveThree ? 2 : 1));
  }

  /** The last round figure passed on the way from one amount to the other; null if none is. */
  static @Nullable BigDecimal crossed(BigDecimal from, BigDecimal to) {
    int start = rung(from);
    int end = rung(to);
    if (start == end) {
      return null;
    }
    return figure(end > start ? end : end + 1);
  }

  private static BigDecimal figure(int rung) {
    BigDecimal mantissa = rung % 2 == 0 ? THREE : BigDecimal.ONE;
    return mantissa.scaleByPowerOfTen(FIRST_POWER + (rung - 1) / 2).setScale(0);
  }
}
