package costwire.extract.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number as it stands in a sentence, without its unit.
 *
 * @param from first token
 * @param to one past the last
 * @param low the least it can be
 * @param high the most; the same for a plain number
 * @param open whether the words leave it open above (一千多万)
 * @param rounded whether the words themselves mean "about" (une dizaine, миллионов пять)
 * @param power the power its last part was multiplied by; 1 if by none
 * @param plain digits alone, without separator or power: it may be a model's name
 * @param year whether it reads like a year of our time
 */
public record Quantity(
    int from,
    int to,
    BigDecimal low,
    BigDecimal high,
    boolean open,
    boolean rounded,
    BigDecimal power,
    boolean plain,
    boolean year) {
  private static final BigDecimal POWER_OF_TWO = BigDecimal.valueOf(2048);

  /** A number between two limits, which may be the same. */
  public static Quantity of(int from, int to, BigDecimal low, BigDecimal high, BigDecimal power) {
    return new Quantity(from, to, low, high, false, false, power, false, false);
  }

  public boolean isRange() {
    return low.compareTo(high) != 0;
  }

  /** Whether a word multiplied it by a thousand or more. */
  public boolean isLarge() {
    return power.compareTo(BigDecimal.valueOf(1000)) >= 0;
  }

  /** 2048 counts chips in powers of two. */
  private boolean isOurYear() {
    return low.compareTo(POWER_OF_TWO) != 0
        && low.compareTo(BigDecimal.valueOf(1980)) >= 0
        && low.compareTo(BigDecimal.valueOf(2049)) <= 0;
  }

  /** This number multiplied. */
  public Quantity times(BigDecimal factor) {
    return new Quantity(
        from,
        to,
        low.multiply(factor),
        high.multiply(factor),
        open,
        rounded,
        power.multiply(factor),
        false,
        false);
  }

  /** This number and as much more. */
  public Quantity plus(BigDecimal more) {
    return new Quantity(
        from, to, low.add(more), high.add(more), open, rounded, power, false, false);
  }

  /** This number from the other's least to its most so many times, beginning earlier. */
  Quantity from(int earlier, BigDecimal least, BigDecimal most) {
    return of(earlier, to, low.multiply(least), low.multiply(most), power);
  }

  Quantity asOpen() {
    return new Quantity(from, to, low, high, true, rounded, power, plain, year);
  }

  /** This number as digits alone, which may be a year of ours or of another calendar. */
  Quantity asPlain(boolean otherYear) {
    boolean nowYear = otherYear || isOurYear();
    return new Quantity(from, to, low, high, open, rounded, power, true, nowYear);
  }

  /** This number as its words mean it: about so many. */
  public Quantity asRounded() {
    return new Quantity(from, to, low, high, open, true, power, plain, year);
  }

  /**
   * This number as its leading digits alone: 2 is 2 to 3, 30 is 30 to 40, 15 is 15 to 16. A hundred
   * may be up to two hundred or a hundred and some: about a hundred.
   */
  public Quantity asBand() {
    BigDecimal digits = low.stripTrailingZeros();
    boolean unclear = digits.unscaledValue().equals(BigInteger.ONE) && low.compareTo(power) > 0;
    return unclear ? asRounded() : of(from, to, low, low.add(digits.ulp()), power);
  }

  /** This number standing between other tokens. */
  public Quantity spanning(int newFrom, int newTo) {
    return new Quantity(newFrom, newTo, low, high, open, rounded, power, plain, year);
  }

  /** From this number to the other. */
  public Quantity upTo(Quantity end) {
    return of(from, end.to, low, end.high, end.power);
  }
}
