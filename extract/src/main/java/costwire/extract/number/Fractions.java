package costwire.extract.number;

import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind a decimal sign that is a word: five point SIX TWO, ৫ দশমিক ৬. */
final class Fractions {
  private static final int MOST_DIGITS = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Reading reading;

  Fractions(Reading reading) {
    this.reading = reading;
  }

  /** A part of one, and the token behind it. */
  record Fraction(BigDecimal value, int to) {}

  /** The fraction whose first digit stands at the token; null if none can be read there. */
  @Nullable Fraction at(int token) {
    if (token >= reading.size()) {
      return null;
    }
    String norm = reading.norm(token);
    Fraction found =
        Sums.isDigit(norm) ? Sums.isPlain(norm) ? fraction(norm, token + 1) : null : spelled(token);
    if (found == null || isPoint(found.to())) {
      // 5/6/7 is a date, and "five point six point seven" a version.
      return null;
    }
    Mark parts = reading.longest(found.to(), Lexeme.Parts.class);
    return parts == null ? found : divided(found, parts);
  }

  /** Five whole, six hundredths. */
  private static @Nullable Fraction divided(Fraction read, Mark parts) {
    BigDecimal value = ((Lexeme.Parts) parts.lexeme()).value();
    BigDecimal number = new BigDecimal(read.value().unscaledValue());
    return number.compareTo(value) < 0 ? new Fraction(number.divide(value), parts.to()) : null;
  }

  /**
   * Whether a word such as "tenths" stands before the token: what it divides was not understood.
   */
  boolean isDivided(int token) {
    return reading.endingAt(token, Lexeme.Parts.class, parts -> true) != null;
  }

  boolean isPoint(int token) {
    return reading.longest(token, Lexeme.Point.class) != null;
  }

  /** Whether the token goes on with a number behind its decimal sign. */
  boolean isFraction(int token) {
    if (token > 1 && reading.norm(token - 1).equals("/") && Sums.isDigit(reading.norm(token - 2))) {
      return true;
    }
    Mark point = reading.endingAt(token, Lexeme.Point.class, sign -> true);
    return point != null
        && point.from() > 0
        && (Sums.isDigit(reading.norm(point.from() - 1))
            || reading.lexicon().glued().part(reading.norm(point.from() - 1)) != null
            || reading.endingAt(point.from(), Lexeme.Atom.class, atom -> true) != null);
  }

  private static @Nullable Fraction fraction(String digits, int to) {
    return digits.length() > MOST_DIGITS ? null : new Fraction(new BigDecimal("0." + digits), to);
  }

  /** Digits one by one (six two), or as one number (sixty-two). */
  private @Nullable Fraction spelled(int token) {
    Mark first = reading.longest(token, Lexeme.Atom.class);
    if (first == null) {
      List<Lexeme> parts = new ArrayList<>();
      return reading.lexicon().glued().parts(reading.norm(token), parts::addAll) == null
          ? null
          : glued(parts, token + 1);
    }
    return isDigit(first) ? digits(first) : tens(first);
  }

  private static @Nullable Fraction glued(List<Lexeme> parts, int to) {
    Composition number = new Composition();
    return number.parts(parts) && number.value().compareTo(HUNDRED) < 0
        ? fraction(number.value().toPlainString(), to)
        : null;
  }

  private @Nullable Fraction digits(Mark first) {
    StringBuilder digits = new StringBuilder();
    int to = first.from();
    for (Mark digit = first;
        digit != null && isDigit(digit);
        digit = reading.longest(to, Lexeme.Atom.class)) {
      digits.append(value(digit).toPlainString());
      to = digit.to();
    }
    return fraction(digits.toString(), to);
  }

  private @Nullable Fraction tens(Mark tens) {
    BigDecimal value = value(tens);
    if (value.compareTo(HUNDRED) >= 0 || value.scale() > 0) {
      return null;
    }
    int behind = tens.to();
    Mark and = reading.longest(behind, Lexeme.Joiner.class);
    boolean hyphen = behind < reading.size() && reading.norm(behind).equals("-");
    behind = and != null ? and.to() : hyphen ? behind + 1 : behind;
    Mark unit = reading.longest(behind, Lexeme.Atom.class);
    boolean adds = unit != null && isDigit(unit) && value.remainder(BigDecimal.TEN).signum() == 0;
    return unit != null && adds
        ? fraction(value.add(value(unit)).toPlainString(), unit.to())
        : fraction(value.toPlainString(), tens.to());
  }

  private static boolean isDigit(Mark atom) {
    BigDecimal value = value(atom);
    return value.compareTo(BigDecimal.TEN) < 0 && value.scale() <= 0;
  }

  private static BigDecimal value(Mark atom) {
    return ((Lexeme.Atom) atom.lexeme()).value();
  }
}
