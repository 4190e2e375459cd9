package costwire.extract.number;

import costwire.extract.lexicon.Lexeme;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spelled-out or mixed number as it grows word by word: parts add up as long as they get smaller,
 * and a power multiplies all smaller ones before it (two hundred thousand; 3億5000万; mil millones).
 */
final class Composition {
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Deque<BigDecimal> closed = new ArrayDeque<>();
  private @Nullable BigDecimal current;
  private BigDecimal lastAtom = BigDecimal.ZERO;
  private BigDecimal lastPower = BigDecimal.ONE;
  private BigDecimal largestPower = BigDecimal.ONE;
  private boolean literal;

  boolean isEmpty() {
    return closed.isEmpty() && current == null;
  }

  /** Whether the last part was digits, which alone may carry an abbreviated power. */
  boolean endsInLiteral() {
    return literal && current != null;
  }

  BigDecimal power() {
    return largestPower;
  }

  BigDecimal value() {
    BigDecimal sum = current == null ? BigDecimal.ZERO : current;
    for (BigDecimal part : closed) {
      sum = sum.add(part);
    }
    return sum;
  }

  /** Adds digits, if they can stand here: first, or behind a power they are smaller than. */
  boolean literal(BigDecimal value, boolean powerFollows) {
    if (current != null || (!isEmpty() && !fillsUp(value, powerFollows))) {
      return false;
    }
    current = value;
    lastAtom = BigDecimal.ZERO;
    literal = true;
    return true;
  }

  /** 2 bin 600, 557만6000, 3億5000万: as many digits as the power leaves room for, or a new power. */
  private boolean fillsUp(BigDecimal value, boolean powerFollows) {
    return value.compareTo(lastPower) < 0
        && (powerFollows || (value.scale() <= 0 && value.precision() == lastPower.precision() - 1));
  }

  /** Adds a number word, if it can stand here. */
  boolean atom(BigDecimal value, boolean joined) {
    BigDecimal before = current;
    if (before == null) {
      if (!closed.isEmpty() && value.compareTo(lastPower) >= 0) {
        return false;
      }
      current = value;
    } else if (!literal && (fits(value) || (joined && isUnitBeforeTens(value)))) {
      current = before.add(value);
    } else {
      return false;
    }
    lastAtom = value;
    literal = false;
    return true;
  }

  private boolean fits(BigDecimal value) {
    boolean twenties = lastAtom.intValue() == 60 || lastAtom.intValue() == 80;
    BigDecimal room =
        lastAtom.compareTo(HUNDRED) >= 0 ? HUNDRED : lastAtom.compareTo(TEN) > 0 ? TEN : null;
    return (room != null && value.compareTo(room) < 0 && lastAtom.remainder(room).signum() == 0)
        || (twenties && value.compareTo(BigDecimal.valueOf(20)) < 0);
  }

  /** Five and twenty. */
  private boolean isUnitBeforeTens(BigDecimal value) {
    return lastAtom.compareTo(TEN) < 0
        && value.compareTo(BigDecimal.valueOf(20)) >= 0
        && value.compareTo(HUNDRED) < 0;
  }

  /** Multiplies what stands before, if a power can stand here. */
  boolean power(Lexeme.Power power) {
    BigDecimal value = power.value();
    if (power.abbreviated() && !endsInLiteral()) {
      return false;
    }
    BigDecimal before = current;
    BigDecimal sum = before == null ? BigDecimal.ZERO : before;
    boolean chained = before == null && !closed.isEmpty();
    while (!closed.isEmpty() && closed.peek().compareTo(value) < 0) {
      sum = sum.add(closed.pop());
    }
    if (chained && sum.signum() == 0) {
      // "two million thousand": a smaller power right behind a larger one.
      return false;
    }
    closed.push((sum.signum() == 0 ? BigDecimal.ONE : sum).multiply(value));
    current = null;
    lastPower = value;
    largestPower = largestPower.max(value);
    return true;
  }

  /**
   * Adds a word that is made of number words: first, or behind digits where it is a power of powers
   * (۴ هزارمیلیارد). The number is spoilt where it does not fit.
   */
  boolean glued(List<Lexeme> parts) {
    boolean powers = parts.stream().allMatch(Lexeme.Power.class::isInstance);
    if (!isEmpty() && !(powers && endsInLiteral())) {
      return false;
    }
    boolean joined = false;
    for (Lexeme part : parts) {
      boolean fits =
          part instanceof Lexeme.Atom atom
              ? atom(atom.value(), joined)
              : !(part instanceof Lexeme.Power power) || power(power);
      if (!fits) {
        return false;
      }
      joined = part instanceof Lexeme.Joiner;
    }
    return true;
  }

  /** Adds half of the last power, or of one. */
  void half() {
    if (current != null) {
      current = current.add(HALF);
    } else {
      closed.push(lastPower.multiply(HALF));
    }
  }
}
