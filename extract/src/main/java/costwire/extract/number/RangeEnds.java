package costwire.extract.number;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.Limit;
import costwire.extract.lexicon.Lexeme.Range;
import costwire.extract.lexicon.Lexeme.Range.Place;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words and signs that join two numbers to a range. */
final class RangeEnds {
  /** East Asian texts put it between the ends of a small range: 2、3週間. */
  private static final String ENUMERATION_COMMA = "、";

  private static final BigDecimal LARGEST_OF_PAIR = BigDecimal.valueOf(8);

  /** What takes an amount right behind it. */
  private static final Set<Cue> SPENT =
      EnumSet.of(Cue.COST, Cue.LASTING, Cue.USE, Cue.PURCHASE, Cue.RENT, Cue.HOLDING);

  /** Small words and limits between an opener and the first end: between about the 5 and 6. */
  private static final int LOOK_BACK = 3;

  /** Tokens of a second end with its unit, behind which its closer stands: 5 és 6 millió között. */
  private static final int LOOK_AHEAD = 9;

  private final Reading reading;
  private final Sums sums;
  private final Clitics clitics;

  RangeEnds(Reading reading, Sums sums) {
    this.reading = reading;
    this.sums = sums;
    this.clitics = new Clitics(reading);
  }

  /** Where the other end begins of the amount between two tokens, or -1. */
  int other(Quantity first, int from, int to) {
    int behind = rangeWord(from, to);
    Mark even = word(to, Place.OR_EVEN);
    if (even != null && first.isRange()) {
      return Math.max(behind, even.to());
    }
    if (behind < 0 && isJoinedEnd(from, to)) {
      return to;
    }
    return behind < 0 && to == first.to() && isDigitOfPair(first) ? to + 1 : behind;
  }

  /** The token behind a word or dash between the ends of a range, or -1. */
  private int rangeWord(int from, int to) {
    int token = sums.skipStop(to);
    Mark between = word(token, Place.BETWEEN);
    if (between != null) {
      return skipArticle(skipRough(between.to()));
    }
    Mark and = word(token, Place.AND);
    if (and != null && (isOpened(from) || isClosed(and.to()))) {
      return skipArticle(skipRough(and.to()));
    }
    return token < reading.size() && reading.norm(token).equals("-") ? token + 1 : -1;
  }

  private @Nullable Mark word(int at, Place place) {
    return reading.longest(at, Range.class, range -> range.place() == place);
  }

  /** "From 5 to about 6": what is true of one end is true of the range. */
  private int skipRough(int at) {
    Mark rough =
        reading.longest(
            at, Limit.class, limit -> limit.before() && limit.kind() == Limit.Kind.ABOUT);
    return rough == null ? at : rough.to();
  }

  /** "Entre els 12 i els 15", "eighty to a hundred". */
  private int skipArticle(int at) {
    boolean number =
        at + 1 < reading.size()
            && (isDigits(at + 1) || isOneWord(at + 1))
            && reading.longest(at + 1, Lexeme.Vague.class) == null;
    return number && isSmallWord(at) && reading.longest(at, Lexeme.Atom.class) == null
        ? at + 1
        : at;
  }

  /** "5 and 6" are two numbers; "between 5 and 6" is one range. */
  private boolean isOpened(int from) {
    int at = from;
    for (int i = 0; i <= LOOK_BACK && at > 0; i++) {
      if (reading.endingAt(at, Range.class, range -> range.place() == Place.BOTH) != null) {
        return true;
      }
      Mark limit = reading.endingAt(at, Limit.class, Limit::before);
      if (limit != null) {
        at = limit.from();
      } else if (isSmallWord(at - 1)) {
        at--;
      } else {
        return false;
      }
    }
    return false;
  }

  private boolean isSmallWord(int token) {
    return reading.longest(token, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION) != null;
  }

  private boolean isClosed(int secondEnd) {
    int most = Math.min(reading.size(), secondEnd + LOOK_AHEAD);
    for (int at = secondEnd + 1; at < most; at++) {
      if (word(at, Place.CLOSER) != null) {
        return true;
      }
      char c = reading.norm(at).charAt(0);
      if (c == '.' || c == ',' || c == ';' || c == ')' || word(at, Place.AND) != null) {
        return false;
      }
    }
    return false;
  }

  /** "Between five and-six": the word of the range is written onto the second end. */
  private boolean isJoinedEnd(int from, int to) {
    return isOpened(from)
        && clitics.hasPrefix(to, word -> word instanceof Range range && range.place() == Place.AND);
  }

  /** What may be the first of "three, four million" or 三、四百万: a lone number below nine. */
  private boolean isDigitOfPair(Quantity first) {
    BigDecimal value = first.low();
    return isComma(first.to())
        && first.to() + 1 < reading.size()
        && !isComma(first.from() - 1)
        && first.to() == first.from() + 1
        && !first.isRange()
        && !first.rounded()
        && value.scale() <= 0
        && value.signum() > 0
        && value.compareTo(LARGEST_OF_PAIR) <= 0;
  }

  /**
   * Whether two numbers at a comma are one that is told roughly: the second begins with the next
   * digit and no third follows. With a comma that parts digits elsewhere, a verb of theirs shows
   * it.
   */
  boolean isPair(Quantity first, Quantity second) {
    boolean words = !isDigits(first.from()) && !isDigits(second.from());
    return isDigitOfPair(first)
        && !second.isRange()
        && !second.rounded()
        && second.low().stripTrailingZeros().unscaledValue().equals(next(first))
        && (words || isEnumeration(first.to()) || isSpentOn(first.from()))
        && !isListed(second.to());
  }

  /** Whether nothing but a comma stands between two numbers. */
  boolean isAtComma(Quantity first, Quantity second) {
    return isComma(first.to()) && second.from() == first.to() + 1;
  }

  /** The number that a pair tells: 三、四百万 is three to four million. */
  static Quantity pair(Quantity first, Quantity second) {
    BigDecimal low = second.low().multiply(first.low()).divide(new BigDecimal(next(first)));
    return Quantity.of(first.from(), second.to(), low, second.high(), second.power());
  }

  private static BigInteger next(Quantity first) {
    return first.low().toBigInteger().add(BigInteger.ONE);
  }

  private boolean isDigits(int token) {
    return Sums.isDigit(reading.norm(token));
  }

  private boolean isOneWord(int token) {
    return reading.longest(token, Lexeme.Atom.class) != null
        || reading.longest(token, Lexeme.Power.class) != null;
  }

  private boolean isEnumeration(int token) {
    return reading.word(token).equals(ENUMERATION_COMMA);
  }

  private boolean isComma(int token) {
    return token > 0
        && token < reading.size()
        && (isEnumeration(token) || reading.norm(token).equals(","));
  }

  /** "Cost 2, 3 million", but no "in phase 2, 3 million". */
  private boolean isSpentOn(int from) {
    return reading.endingAt(from, Limit.class, Limit::before) != null
        || reading.endingAt(from, Lexeme.Sign.class, sign -> SPENT.contains(sign.cue())) != null;
  }

  /** "Two, three and four": a list goes on. */
  private boolean isListed(int at) {
    int behind = isComma(at) || word(at, Place.AND) != null ? at + 1 : at;
    return behind > at
        && behind < reading.size()
        && (isDigits(behind) || reading.longest(behind, Lexeme.Atom.class) != null);
  }
}
