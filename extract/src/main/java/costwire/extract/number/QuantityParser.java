package costwire.extract.number;

import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.Range.Place;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The grammar of numbers over a sentence's tokens; the words come from the lexicon. */
public final class QuantityParser {
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final Reading reading;
  private final Sums sums;
  private final VagueNumbers vague;
  private final RangeEnds ends;

  public QuantityParser(Reading reading) {
    this.reading = reading;
    this.sums = new Sums(reading);
    this.vague = new VagueNumbers(reading);
    this.ends = new RangeEnds(reading, sums);
  }

  /** The number, vague magnitude or range that begins at the token, or null. */
  public @Nullable Quantity parse(int from) {
    Quantity first = single(from);
    return first == null ? null : withOtherEnd(first, this::single);
  }

  private Quantity withOtherEnd(Quantity first, IntFunction<@Nullable Quantity> read) {
    int behind = ends.other(first, first.from(), first.to());
    Quantity second = behind < 0 ? null : read.apply(behind);
    Quantity range = second == null ? null : range(first, second);
    return range == null ? first : range;
  }

  /** The number or vague magnitude that begins at the token, never a range in words; or null. */
  public @Nullable Quantity single(int from) {
    Quantity inverted = isPower(from) ? inverted(from) : null;
    if (inverted != null) {
      return inverted;
    }
    Quantity open = vague.at(from);
    if (open != null) {
      return sums.isTorn(from) || isRest(from) ? null : open;
    }
    return sums.at(from);
  }

  /** 一亿零几百万: what leaves open how many more there are is no number of its own. */
  private boolean isRest(int from) {
    Mark and = reading.endingAt(from, Lexeme.Joiner.class, joiner -> true);
    return and != null && reading.endingAt(and.from(), Lexeme.Power.class, power -> true) != null;
  }

  /** A number behind its power or unit, which makes it about so many: миллионов пять. Or null. */
  public @Nullable Quantity inverted(int from) {
    Mark unit = reading.longest(from, Lexeme.Inverted.class);
    if (unit == null) {
      return null;
    }
    boolean counted = from > 0 && (Sums.isDigit(reading.norm(from - 1)) || sums.isTorn(from));
    Quantity behind = counted ? null : sums.behind(unit.to());
    Quantity number = behind == null ? null : withOtherEnd(behind, sums::behind);
    if (number == null || number.high().compareTo(THOUSAND) >= 0) {
      return null;
    }
    Mark power = reading.longest(from, Lexeme.Power.class);
    BigDecimal factor = power == null ? BigDecimal.ONE : ((Lexeme.Power) power.lexeme()).value();
    return number.times(factor).spanning(from, number.to()).asRounded();
  }

  private boolean isPower(int at) {
    return reading.longest(at, Lexeme.Power.class) != null;
  }

  /** From one number to the other, the first with the second's power if it has none; or null. */
  public @Nullable Quantity range(Quantity first, Quantity second) {
    if (ends.isAtComma(first, second)) {
      return ends.isPair(first, second) ? RangeEnds.pair(first, second) : null;
    }
    Quantity start = sharing(withPowerOf(second, first), second);
    if (first.year() && start.high().multiply(TEN).compareTo(second.low()) < 0) {
      // "In 2015 with 2.5 million": a year is no end of a range of something else.
      return null;
    }
    boolean apart = start.high().compareTo(second.low()) < 0;
    // Tens to hundreds; several hundred to a thousand: vague ends may touch and overlap.
    boolean vagueEnds =
        start.isRange()
            && start.low().compareTo(second.low()) < 0
            && (!second.isRange() || start.high().compareTo(second.high()) <= 0);
    return apart || vagueEnds ? start.upTo(second) : null;
  }

  /** "70 to 100 million", and "seventy to a hundred million", whose hundred is the second's own. */
  private Quantity sharing(Quantity first, Quantity second) {
    if (first.isLarge() || second.power().compareTo(HUNDRED) < 0) {
      return first;
    }
    BigDecimal last = lastPower(second);
    for (BigDecimal power : List.of(second.power(), last)) {
      boolean below = first.low().multiply(power).compareTo(second.low()) < 0;
      if (power.compareTo(HUNDRED) >= 0 && below) {
        return first.times(power);
      }
    }
    return first;
  }

  private BigDecimal lastPower(Quantity number) {
    Mark last = reading.endingAt(number.to(), Lexeme.Power.class, power -> true);
    return last == null ? BigDecimal.ONE : ((Lexeme.Power) last.lexeme()).value();
  }

  /** "Entre 3 mil y 4 mil millones": the first end leaves out the last power of the second. */
  private Quantity withPowerOf(Quantity second, Quantity first) {
    BigDecimal more = lastPower(second);
    return first.power().compareTo(BigDecimal.ONE) > 0
            && more.compareTo(first.power()) > 0
            && first.power().multiply(more).compareTo(second.power()) == 0
        ? first.times(more)
        : first;
  }

  /**
   * Where the other end of a range begins, or -1.
   *
   * @param first the first end, which stands in an amount from one token to another
   */
  public int otherEnd(Quantity first, int from, int to) {
    return ends.other(first, from, to);
  }

  /** Whether the word at the token is the rest of a number that began before it. */
  public boolean isTorn(int token) {
    return sums.isTorn(token);
  }

  /** The token behind an "and" between the parts of an amount, if one stands here. */
  public int skipAnd(int at) {
    Mark and = reading.longest(at, Lexeme.Range.class, word -> word.place() == Place.AND);
    Mark joiner = and == null ? reading.longest(at, Lexeme.Joiner.class) : and;
    return joiner == null ? at : joiner.to();
  }

  /** The token behind an abbreviation's full stop, if one stands here. */
  public int skipStop(int at) {
    return sums.skipStop(at);
  }
}
