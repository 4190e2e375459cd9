package costwire.aggregate.evidence;

import costwire.extract.Bound;
import costwire.extract.Claim;
import costwire.extract.Dollars;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount as one claim tells it.
 *
 * @param unit what it is told in: the currency for money
 * @param told the figure in that unit, the lower end of a range
 * @param toldHigh the upper end of a range; else null
 * @param low the least it allows, in dollars, chips or hours; null if open
 * @param high the most it allows; the same as {@code low} for a point
 * @param about whether it is hedged
 * @param logLow log10 of {@code low}; minus infinity if open
 * @param logHigh log10 of {@code high}; infinity if open
 * @param digits significant digits of the telling, of the coarser end of a range
 */
public record Figure(
    Shape shape,
    String unit,
    BigDecimal told,
    @Nullable BigDecimal toldHigh,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    boolean about,
    double logLow,
    double logHigh,
    int digits) {
  /** Two figures further apart than a tenth are never one figure rounded. */
  private static final double ONE_FIGURE = 0.0414;

  /** How far a bound may miss the point it is a looser telling of. */
  private static final double SLACK = 0.0212;

  /** A figure of so many digits is told twice by copying, not by chance. */
  private static final int FINGERPRINT = 3;

  /** Most telling first. */
  public enum Shape {
    POINT,
    RANGE,
    AT_LEAST,
    AT_MOST
  }

  /** The claim's figure; null where it is beyond what its subject admits. */
  public static @Nullable Figure of(Claim claim, Subject.Kind kind) {
    Dollars usd = claim.usd();
    boolean money = kind == Subject.Kind.DOLLARS || kind == Subject.Kind.RATE;
    if (!money || usd == null) {
      return of(claim, kind, claim.low(), claim.best(), claim.high());
    }
    return of(claim, kind, usd.low(), usd.best(), usd.high());
  }

  private static @Nullable Figure of(
      Claim claim,
      Subject.Kind kind,
      @Nullable BigDecimal low,
      @Nullable BigDecimal best,
      @Nullable BigDecimal high) {
    boolean about = claim.bound() == Bound.ABOUT;
    if (!admits(kind, low) || !admits(kind, best) || !admits(kind, high)) {
      return null;
    }
    if (best != null) {
      BigDecimal told = claim.best() == null ? best : claim.best();
      return of(Shape.POINT, claim.unit(), told, null, best, best, about);
    }
    BigDecimal toldLow = claim.low() == null ? low : claim.low();
    BigDecimal toldHigh = claim.high() == null ? high : claim.high();
    if (low != null && high != null && toldLow != null && toldHigh != null) {
      boolean turned = low.compareTo(high) > 0;
      return of(
          low.compareTo(high) == 0 ? Shape.POINT : Shape.RANGE,
          claim.unit(),
          toldLow.min(toldHigh),
          low.compareTo(high) == 0 ? null : toldLow.max(toldHigh),
          turned ? high : low,
          turned ? low : high,
          about);
    }
    if (low != null && toldLow != null) {
      return of(Shape.AT_LEAST, claim.unit(), toldLow, null, low, null, about);
    }
    return high == null || toldHigh == null
        ? null
        : of(Shape.AT_MOST, claim.unit(), toldHigh, null, null, high, about);
  }

  private static Figure of(
      Shape shape,
      String unit,
      BigDecimal told,
      @Nullable BigDecimal toldHigh,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      boolean about) {
    double logLow = low == null ? Double.NEGATIVE_INFINITY : StrictMath.log10(low.doubleValue());
    double logHigh = high == null ? Double.POSITIVE_INFINITY : StrictMath.log10(high.doubleValue());
    int digits = toldHigh == null ? digits(told) : Math.min(digits(told), digits(toldHigh));
    return new Figure(shape, unit, told, toldHigh, low, high, about, logLow, logHigh, digits);
  }

  private static boolean admits(Subject.Kind kind, @Nullable BigDecimal amount) {
    return amount == null || kind.admits(amount);
  }

  /** As it is told: {@code 294000 USD}, {@code at least 512 chips}, {@code 5 to 6 hours}. */
  String words() {
    String amount = plain(told);
    String limits =
        switch (shape) {
          case POINT -> amount;
          case RANGE -> amount + " to " + plain(toldHigh);
          case AT_LEAST -> "at least " + amount;
          case AT_MOST -> "at most " + amount;
        };
    return limits + " " + unit;
  }

  private static String plain(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
  }

  /** log10 of the point, the middle of the range, or the bound. */
  public double logCentre() {
    if (low == null) {
      return logHigh;
    }
    return high == null ? logLow : (logLow + logHigh) / 2;
  }

  /** Whether it names an amount, not only a limit. */
  public boolean isTwoSided() {
    return low != null && high != null;
  }

  public boolean isFingerprint() {
    return shape == Shape.POINT && digits >= FINGERPRINT;
  }

  /** Whether the other is this figure, told with as many digits, fewer, or in another currency. */
  public boolean isToldBy(Figure other) {
    if (shape != other.shape || !near(logLow, other.logLow)) {
      return false;
    }
    if (!near(logHigh, other.logHigh)) {
      return false;
    }
    if (!unit.equals(other.unit)) {
      return true;
    }
    return rounds(told, other.told) && (toldHigh == null || rounds(toldHigh, other.toldHigh));
  }

  /** Whether this point lies within the other's limits: the other tells the same more loosely. */
  public boolean satisfies(Figure other) {
    return shape == Shape.POINT
        && logLow >= other.logLow - SLACK
        && logHigh <= other.logHigh + SLACK;
  }

  private static boolean near(double one, double other) {
    return one == other || Math.abs(one - other) <= ONE_FIGURE;
  }

  private static boolean rounds(BigDecimal fine, @Nullable BigDecimal coarse) {
    if (coarse == null) {
      return false;
    }
    int digits = digits(coarse);
    return fine.compareTo(coarse) == 0
        || rounded(fine, digits, RoundingMode.HALF_UP).compareTo(coarse) == 0
        || rounded(fine, digits, RoundingMode.DOWN).compareTo(coarse) == 0;
  }

  private static BigDecimal rounded(BigDecimal amount, int digits, RoundingMode mode) {
    return amount.round(new MathContext(digits, mode));
  }

  private static int digits(BigDecimal amount) {
    return amount.stripTrailingZeros().precision();
  }
}
