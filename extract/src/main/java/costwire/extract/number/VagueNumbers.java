package costwire.extract.number;

import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.Range.Place;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbers that leave open how many: tens of millions, several hundred, une dizaine. */
final class VagueNumbers {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final Reading reading;

  VagueNumbers(Reading reading) {
    this.reading = reading;
  }

  /** The vague number that begins at the token, or null. */
  @Nullable Quantity at(int from) {
    Quantity plural = plural(from);
    if (plural != null) {
      return plural;
    }
    Quantity several = several(from);
    return several != null ? several : rounded(from);
  }

  private @Nullable Quantity plural(int from) {
    Mark first = reading.longest(from, Lexeme.Vague.class);
    if (first == null) {
      return null;
    }
    BigDecimal low = ((Lexeme.Vague) first.lexeme()).value();
    BigDecimal high = roof(low);
    int to = first.to();
    Mark even = reading.longest(to, Lexeme.Range.class, range -> range.place() == Place.OR_EVEN);
    Mark second = even == null ? null : reading.longest(even.to(), Lexeme.Vague.class);
    BigDecimal more = second == null ? low : ((Lexeme.Vague) second.lexeme()).value();
    if (second != null && more.compareTo(low) > 0) {
      high = roof(more);
      to = second.to();
    } else {
      second = null;
    }
    Quantity power = multiplier(to);
    if (power != null) {
      BigDecimal top = second == null ? low.multiply(BigDecimal.TEN) : high;
      return power.from(from, low, top);
    }
    return low.compareTo(BigDecimal.ONE) == 0 ? null : Quantity.of(from, to, low, high, low);
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
    return multiplied(mark, several.low(), several.high());
  }

  private @Nullable Quantity rounded(int from) {
    Mark mark = reading.longest(from, Lexeme.Rounded.class);
    Mark exact = reading.longest(from, Lexeme.Atom.class);
    if (mark == null || (exact != null && exact.to() > mark.to())) {
      return null;
    }
    BigDecimal value = ((Lexeme.Rounded) mark.lexeme()).value();
    return multiplied(mark, value, value).asRounded();
  }

  private Quantity multiplied(Mark mark, BigDecimal low, BigDecimal high) {
    Quantity power = multiplier(mark.to());
    return power == null
        ? Quantity.of(mark.from(), mark.to(), low, high, BigDecimal.ONE)
        : power.from(mark.from(), low, high);
  }

  /** The power or chain of powers behind a vague word: (hundreds) of thousands. */
  private @Nullable Quantity multiplier(int at) {
    Mark of = reading.longest(at, Lexeme.Of.class);
    int token = of == null ? at : of.to();
    Composition number = new Composition();
    int to = token;
    int next = token;
    for (Lexeme.Power power = powerAt(next);
        power != null && number.power(power);
        power = powerAt(next)) {
      to = powerEnd(next);
      Mark again = reading.longest(to, Lexeme.Of.class);
      next = again == null ? to : again.to();
    }
    if (number.isEmpty() && to < reading.size() && isGluedPower(number, to)) {
      to++;
    }
    return number.isEmpty()
        ? null
        : Quantity.of(token, to, number.value(), number.value(), number.power());
  }

  /** mehrere hunderttausend. */
  private boolean isGluedPower(Composition number, int at) {
    return reading.lexicon().glued().parts(reading.norm(at), parts -> powers(number, parts))
        != null;
  }

  private static boolean powers(Composition number, List<Lexeme> parts) {
    return parts.stream().allMatch(Lexeme.Power.class::isInstance) && number.parts(parts);
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
}
