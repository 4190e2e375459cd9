package costwire.extract.number;

import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.Range.Place;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The grammar of numbers over a sentence's tokens; the words come from the lexicon. */
public final class QuantityParser {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** East Asian texts put it between the ends of a small range: 2、3週間. */
  private static final String ENUMERATION_COMMA = "、";

  private final Reading reading;
  private final Sums sums;
  private final VagueNumbers vague;
  private final Clitics clitics;

  public QuantityParser(Reading reading) {
    this.reading = reading;
    this.sums = new Sums(reading);
    this.vague = new VagueNumbers(reading);
    this.clitics = new Clitics(reading);
  }

  /** The number, vague magnitude or range that begins at the token, or null. */
  public @Nullable Quantity parse(int from) {
    Quantity first = single(from);
    return first == null ? null : withOtherEnd(first);
  }

  private Quantity withOtherEnd(Quantity first) {
    int behind = otherEnd(first);
    Quantity second = behind < 0 ? null : single(behind);
    Quantity range = second == null ? null : range(first, second);
    return range == null ? first : range;
  }

  /** The number or vague magnitude that begins at the token, never a range in words; or null. */
  public @Nullable Quantity single(int from) {
    Quantity open = vague.at(from);
    if (open != null) {
      return sums.isTorn(from) ? null : open;
    }
    return sums.at(from);
  }

  /** A number behind its power or unit, which makes it about so many: миллионов пять. Or null. */
  public @Nullable Quantity inverted(int from) {
    Mark unit = reading.longest(from, Lexeme.Inverted.class);
    boolean counted = from > 0 && (Sums.isDigit(reading.norm(from - 1)) || sums.isTorn(from));
    Quantity behind = unit == null || counted ? null : sums.behind(unit.to());
    Quantity number = behind == null ? null : withOtherEnd(behind);
    if (unit == null || number == null || number.high().compareTo(THOUSAND) >= 0) {
      return null;
    }
    Mark power = reading.longest(from, Lexeme.Power.class);
    BigDecimal factor = power == null ? BigDecimal.ONE : ((Lexeme.Power) power.lexeme()).value();
    return number.times(factor).spanning(from, number.to()).asRounded();
  }

  /** From one number to the other, the first with the second's power if it has none; or null. */
  public @Nullable Quantity range(Quantity first, Quantity second) {
    Quantity start = first;
    boolean shares = !first.isLarge() && second.isLarge();
    if (shares && first.low().compareTo(second.low().divide(second.power())) < 0) {
      start = first.times(second.power());
    }
    boolean apart = start.high().compareTo(second.low()) < 0;
    // Tens to hundreds; several hundred to a thousand: vague ends may touch and overlap.
    boolean vagueEnds =
        start.isRange()
            && start.low().compareTo(second.low()) < 0
            && (!second.isRange() || start.high().compareTo(second.high()) <= 0);
    return apart || vagueEnds ? start.upTo(second) : null;
  }

  /** Where the other end of a range begins whose first end this is, or -1. */
  public int otherEnd(Quantity first) {
    return otherEnd(first, first.from(), first.to());
  }

  /** The same for a number that stands in an amount from one token to another. */
  public int otherEnd(Quantity first, int from, int to) {
    int behind = rangeWord(to);
    Mark even = reading.longest(to, Lexeme.Range.class, range -> range.place() == Place.OR_EVEN);
    if (even != null && first.isRange()) {
      return Math.max(behind, even.to());
    }
    if (behind < 0 && isJoinedEnd(from, to)) {
      return to;
    }
    return behind < 0 && to == first.to() && isEnumerated(first) ? to + 1 : behind;
  }

  /** The token behind a word or dash between the ends of a range, or -1. */
  public int rangeWord(int at) {
    int token = skipStop(at);
    Mark mark = reading.longest(token, Lexeme.Range.class, range -> range.place() == Place.BETWEEN);
    if (mark != null) {
      return mark.to();
    }
    return token < reading.size() && reading.norm(token).equals("-") ? token + 1 : -1;
  }

  /** Whether the word at the token is the rest of a number that began before it. */
  public boolean isTorn(int token) {
    return sums.isTorn(token);
  }

  /** The token behind an abbreviation's full stop, if one stands here. */
  public int skipStop(int at) {
    return sums.skipStop(at);
  }

  /** "Between five and-six": the word of the range is written onto the second end. */
  private boolean isJoinedEnd(int from, int to) {
    Mark opener =
        reading.endingAt(from, Lexeme.Range.class, range -> range.place() == Place.OPENER);
    return opener != null
        && clitics.hasPrefix(
            to, word -> word instanceof Lexeme.Range range && range.place() == Place.BETWEEN);
  }

  /** 2、3週間: two digits, one more than the other, and no third. */
  private boolean isEnumerated(Quantity first) {
    int comma = first.to();
    if (comma + 1 >= reading.size() || !reading.word(comma).equals(ENUMERATION_COMMA)) {
      return false;
    }
    boolean more =
        (first.from() > 0 && reading.word(first.from() - 1).equals(ENUMERATION_COMMA))
            || (comma + 2 < reading.size() && reading.word(comma + 2).equals(ENUMERATION_COMMA));
    String low = reading.norm(first.from());
    String high = reading.norm(comma + 1);
    return !more
        && first.plain()
        && low.length() == 1
        && high.length() == 1
        && high.charAt(0) == low.charAt(0) + 1;
  }
}
