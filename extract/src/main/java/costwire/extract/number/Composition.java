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
 * What does not fit leaves it as it was.
 */
final class Composition {
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Deque<Part> closed = new ArrayDeque<>();
  private @Nullable BigDecimal current;
  private BigDecimal lastAtom = BigDecimal.ZERO;
  private BigDecimal lastPower = BigDecimal.ONE;
  private BigDecimal largestPower = BigDecimal.ONE;
  private boolean literal;
  private boolean digits;

  /** A part that has its power, and no longer grows but by a larger one. */
  private record Part(BigDecimal value, BigDecimal power) {}

  boolean isEmpty() {
    return closed.isEmpty() && current == null;
  }

  /** Whether the last part was digits, which alone may carry an abbreviated power. */
  boolean endsInLiteral() {
    return literal && current != null;
  }

  /** Whether any part of it was digits. */
  boolean hasDigits() {
    return digits;
  }

  /** Whether its last part was a power, so that a whole smaller number may follow. */
  boolean endsInPower() {
    return current == null && !closed.isEmpty();
  }

  BigDecimal power() {
    return largestPower;
  }

  BigDecimal lastPower() {
    return lastPower;
  }

  BigDecimal value() {
    BigDecimal sum = current == null ? BigDecimal.ZERO : current;
    for (Part part : closed) {
      sum = sum.add(part.value());
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
    digits = true;
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
      begin(value);
    } else if (!literal && (fits(value) || (joined && isUnitBeforeTens(value)))) {
      current = before.add(value);
    } else {
      return false;
    }
    lastAtom = value;
    literal = false;
    return true;
  }

  /** A dual or half such as 2,000 or 500,000 in one word has its power already. */
  private void begin(BigDecimal value) {
    if (value.compareTo(THOUSAND) < 0) {
      current = value;
      return;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    close(value, TEN.pow(Math.max(0, -stripped.scale())));
  }

  private void close(BigDecimal value, BigDecimal power) {
    closed.push(new Part(value, power));
    current = null;
    lastPower = power;
    largestPower = largestPower.max(power);
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
    Composition grown = copy();
    BigDecimal sum = current == null ? BigDecimal.ZERO : current;
    // The whole power of "3 mil millones" is a thousand millions, of 3千万 ten millions.
    BigDecimal whole = BigDecimal.ONE;
    for (Part last = grown.closed.peek();
        last != null && last.power().compareTo(value) < 0;
        last = grown.closed.peek()) {
      if (last.power().compareTo(MILLION) >= 0) {
        // "700 million, two billion" are two numbers: nobody multiplies a million so.
        return false;
      }
      whole = sum.signum() == 0 ? last.power() : BigDecimal.ONE;
      sum = sum.add(grown.closed.pop().value());
    }
    Part larger = grown.closed.peek();
    boolean bare = sum.signum() == 0;
    // "mille cent", "milyon bin", but no "million million" and no "billion million".
    if (larger != null
        && (larger.power().compareTo(value) == 0 || (bare && value.compareTo(THOUSAND) > 0))) {
      return false;
    }
    grown.close((bare ? BigDecimal.ONE : sum).multiply(value), value);
    grown.largestPower = grown.largestPower.max(whole.multiply(value));
    become(grown);
    return true;
  }

  /** Adds the parts of a number written in one word: all of them, or none. */
  boolean parts(List<Lexeme> parts) {
    Composition grown = copy();
    boolean joined = false;
    for (Lexeme part : parts) {
      boolean fits =
          part instanceof Lexeme.Atom atom
              ? grown.atom(atom.value(), joined)
              : !(part instanceof Lexeme.Power power) || grown.power(power);
      if (!fits) {
        return false;
      }
      joined = part instanceof Lexeme.Joiner;
    }
    become(grown);
    return true;
  }

  /** Adds the parts of a number below a hundred behind hundreds that have no power of their own. */
  boolean units(List<Lexeme> parts) {
    Composition below = new Composition();
    return below.parts(parts) && below.closed.isEmpty() && atom(below.value(), false);
  }

  /** Whether units can be added to it: hundreds or tens stand last. */
  boolean isBelowThousand() {
    return current != null ? !literal : lastPower.compareTo(HUNDRED) == 0;
  }

  /** Whether hundreds stand last. */
  boolean endsInHundreds() {
    return current != null
        ? lastAtom.compareTo(HUNDRED) >= 0
        : !closed.isEmpty() && lastPower.compareTo(HUNDRED) == 0;
  }

  /** Adds a whole number that is smaller than the power before it. */
  boolean append(BigDecimal value, BigDecimal power) {
    if (!endsInPower() || value.compareTo(lastPower) >= 0) {
      return false;
    }
    close(value, power);
    return true;
  }

  /** Adds what stands behind a decimal sign, if a whole number without a power is before it. */
  boolean fraction(BigDecimal part) {
    if (current == null || current.scale() > 0) {
      return false;
    }
    current = current.add(part);
    lastAtom = BigDecimal.ZERO;
    literal = true;
    return true;
  }

  /** Adds half of the last power, or of one. */
  void half() {
    if (current != null) {
      current = current.add(HALF);
    } else {
      closed.push(new Part(lastPower.multiply(HALF), lastPower.divide(TEN)));
    }
  }

  /** Takes the last digit for tenths of the power before it: 两万五 is 25,000. */
  void tenths() {
    if (current != null) {
      current = current.multiply(lastPower).divide(TEN);
    }
  }

  /** Leaves out what stands behind the last power. */
  void dropCurrent() {
    current = null;
  }

  private Composition copy() {
    Composition copy = new Composition();
    copy.become(this);
    return copy;
  }

  private void become(Composition other) {
    if (other != this) {
      List<Part> parts = List.copyOf(other.closed);
      closed.clear();
      closed.addAll(parts);
    }
    current = other.current;
    lastAtom = other.lastAtom;
    lastPower = other.lastPower;
    largestPower = other.largestPower;
    literal = other.literal;
    digits = other.digits;
  }
}
