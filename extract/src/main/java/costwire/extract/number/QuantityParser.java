package costwire.extract.number;

import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.Range.Place;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grammar of numbers over a sentence's tokens; the words come from the lexicon. */
public final class QuantityParser {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final Reading reading;

  public QuantityParser(Reading reading) {
    this.reading = reading;
  }

  /** The number, vague magnitude or range that begins at the token, or null. */
  public @Nullable Quantity parse(int from) {
    Quantity first = single(from);
    return first == null ? null : withRange(first);
  }

  /** The number or vague magnitude that begins at the token, never a range in words; or null. */
  public @Nullable Quantity single(int from) {
    Quantity vague = vague(from);
    if (vague != null) {
      return vague;
    }
    Quantity several = several(from);
    return several != null ? several : sum(from);
  }

  private Quantity withRange(Quantity first) {
    int behind = rangeWord(first.to());
    Quantity second = behind < 0 ? null : single(behind);
    if (second == null) {
      return first;
    }
    Quantity start = first;
    boolean shares = !first.isLarge() && second.isLarge();
    if (shares && first.low().compareTo(second.low().divide(second.power())) < 0) {
      start = first.times(second.power());
    }
    return start.high().compareTo(second.low()) < 0 ? start.upTo(second) : first;
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

  /** The token behind an abbreviation's full stop, if one stands here. */
  public int skipStop(int at) {
    return at > 0 && at + 1 < reading.size() && reading.norm(at).equals(".") && endsAbbreviated(at)
        ? at + 1
        : at;
  }

  private boolean endsAbbreviated(int at) {
    return reading.lexicon().abbreviations().contains(reading.norm(at - 1));
  }

  private @Nullable Quantity vague(int from) {
    Mark first = reading.longest(from, Lexeme.Vague.class);
    if (first == null) {
      return null;
    }
    BigDecimal low = ((Lexeme.Vague) first.lexeme()).value();
    BigDecimal high = roof(low);
    int to = first.to();
    Mark even = reading.longest(to, Lexeme.Range.class, range -> range.place() == Place.OR_EVEN);
    Mark second = even == null ? null : reading.longest(even.to(), Lexeme.Vague.class);
    if (second != null) {
      high = roof(((Lexeme.Vague) second.lexeme()).value());
      to = second.to();
    }
    Quantity power = multiplier(to);
    if (power != null) {
      BigDecimal top = second == null ? low.multiply(BigDecimal.TEN) : high;
      return new Quantity(
          from,
          power.to(),
          low.multiply(power.low()),
          top.multiply(power.low()),
          false,
          power.power(),
          false);
    }
    return low.compareTo(BigDecimal.ONE) == 0
        ? null
        : new Quantity(from, to, low, high, false, low, false);
  }

  /** A plural power runs to the next named one; tens and hundreds to the next of themselves. */
  private static BigDecimal roof(BigDecimal low) {
    return low.multiply(low.compareTo(THOUSAND) < 0 ? BigDecimal.TEN : THOUSAND);
  }

  private @Nullable Quantity several(int from) {
    Mark mark = reading.longest(from, Lexeme.Several.class);
    if (mark == null) {
      return null;
    }
    Lexeme.Several several = (Lexeme.Several) mark.lexeme();
    Quantity power = multiplier(mark.to());
    BigDecimal unit = power == null ? BigDecimal.ONE : power.low();
    return new Quantity(
        from,
        power == null ? mark.to() : power.to(),
        several.low().multiply(unit),
        several.high().multiply(unit),
        false,
        power == null ? BigDecimal.ONE : power.power(),
        false);
  }

  /** The power or chain of powers behind a vague word: (hundreds) of thousands. */
  private @Nullable Quantity multiplier(int at) {
    Mark of = reading.longest(at, Lexeme.Of.class);
    int token = of == null ? at : of.to();
    Composition number = new Composition();
    int to = token;
    for (Lexeme.Power power = powerAt(to); power != null; power = powerAt(to)) {
      if (!number.power(power)) {
        break;
      }
      to = powerEnd(to);
    }
    return number.isEmpty()
        ? null
        : new Quantity(token, to, number.value(), number.value(), false, number.power(), false);
  }

  private Lexeme.@Nullable Power powerAt(int token) {
    Mark power = reading.longest(token, Lexeme.Power.class, p -> !p.abbreviated());
    if (power != null) {
      return (Lexeme.Power) power.lexeme();
    }
    Mark vague = reading.longest(token, Lexeme.Vague.class);
    if (vague != null) {
      return new Lexeme.Power(((Lexeme.Vague) vague.lexeme()).value(), false);
    }
    Mark abbreviated = reading.longest(token, Lexeme.Power.class);
    // "tens of mn": an abbreviation may follow a vague word, which has no digits.
    return abbreviated == null || reading.norm(token).length() < 2
        ? null
        : new Lexeme.Power(((Lexeme.Power) abbreviated.lexeme()).value(), false);
  }

  private int powerEnd(int token) {
    int end = token + 1;
    for (Mark mark : reading.at(token)) {
      if (mark.lexeme() instanceof Lexeme.Power || mark.lexeme() instanceof Lexeme.Vague) {
        end = Math.max(end, mark.to());
      }
    }
    return end;
  }

  private @Nullable Quantity sum(int from) {
    if (from > 0 && (isPartOfName(from) || isRestOfNumber(from))) {
      return null;
    }
    Composition number = new Composition();
    boolean open = false;
    int to = from;
    int next = from;
    while (next < reading.size()) {
      int end = extend(number, next);
      if (end > next) {
        to = end;
        next = end;
        continue;
      }
      Mark odd = reading.longest(next, Lexeme.Odd.class);
      if (odd == null || number.isEmpty()) {
        break;
      }
      open = true;
      to = odd.to();
      next = odd.to();
    }
    if (number.isEmpty() || to == from) {
      return null;
    }
    boolean plain = to == from + 1 && isPlain(reading.norm(from));
    BigDecimal value = number.value();
    return new Quantity(from, to, value, value, open, number.power(), plain);
  }

  private boolean isPartOfName(int from) {
    return reading.norm(from - 1).equals("-")
        && from > 1
        && !isDigit(reading.norm(from - 2))
        && isDigit(reading.norm(from))
        && Character.isLetter(reading.norm(from - 2).charAt(0))
        && reading.at(from - 2).isEmpty();
  }

  /** A power right behind digits that it does not multiply: the number would be off by them. */
  private boolean isRestOfNumber(int from) {
    return isDigit(reading.norm(from - 1))
        && !isDigit(reading.norm(from))
        && reading.longest(from, Lexeme.Atom.class) == null
        && (reading.longest(from, Lexeme.Power.class) != null
            || reading.lexicon().glued().parts(reading.norm(from)) != null);
  }

  private static boolean isPlain(String norm) {
    return norm.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isDigit(String norm) {
    return norm.charAt(0) >= '0' && norm.charAt(0) <= '9';
  }

  /** Adds what stands at the token to the number; answers the token behind it, or the same. */
  private int extend(Composition number, int at) {
    if (isDigit(reading.norm(at))) {
      boolean power = powerFollows(at + 1);
      BigDecimal value = NumberLiteral.read(reading.norm(at), reading.lexicon(), power);
      return value != null && number.literal(value, power) ? at + 1 : at;
    }
    Mark half = reading.longest(at, Lexeme.PlusHalf.class);
    if (half != null && !number.isEmpty()) {
      number.half();
      return half.to();
    }
    int end = word(number, at, hasJoinedForm(at));
    if (end > at || number.isEmpty()) {
      return end;
    }
    int behind = joiner(at);
    if (behind > at && !isDigit(normOrEmpty(behind))) {
      int joined = word(number, behind, true);
      return joined > behind ? joined : at;
    }
    return at;
  }

  private String normOrEmpty(int token) {
    return token < reading.size() ? reading.norm(token) : " ";
  }

  private boolean powerFollows(int at) {
    Mark odd = reading.longest(at, Lexeme.Odd.class);
    return reading.longest(odd == null ? at : odd.to(), Lexeme.Power.class) != null;
  }

  /** Whether the word at the token is joined to the one before by a clitic "and". */
  private boolean hasJoinedForm(int at) {
    return reading.forms(at).size() > 1;
  }

  private int joiner(int at) {
    Mark joiner = reading.longest(at, Lexeme.Joiner.class);
    if (joiner != null) {
      return joiner.to();
    }
    return reading.norm(at).equals("-") ? at + 1 : at;
  }

  private int word(Composition number, int at, boolean joined) {
    Mark atom = reading.longest(at, Lexeme.Atom.class);
    Mark power = reading.longest(at, Lexeme.Power.class);
    if (power != null && (atom == null || power.to() >= atom.to() || !number.isEmpty())) {
      if (number.power((Lexeme.Power) power.lexeme())) {
        return skipInnerStop(power.to());
      }
    }
    if (atom != null && number.atom(((Lexeme.Atom) atom.lexeme()).value(), joined)) {
      return atom.to();
    }
    return atom == null && power == null && at < reading.size() ? glued(number, at) : at;
  }

  /** The full stop of "2 mln. 300" is not the number's end. */
  private int skipInnerStop(int at) {
    int behind = skipStop(at);
    return behind > at && behind < reading.size() && isDigit(reading.norm(behind)) ? behind : at;
  }

  private int glued(Composition number, int at) {
    List<Lexeme> parts = reading.lexicon().glued().parts(reading.norm(at));
    return parts != null && number.glued(parts) ? at + 1 : at;
  }
}
