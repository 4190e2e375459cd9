package costwire.extract.entity;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.number.Clitics;
import costwire.extract.number.Quantity;
import costwire.extract.number.QuantityParser;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a time says in smaller units behind its first: 15 days and 8 hours, 1h30. */
final class Remainders {
  private static final Pattern MINUTES = Pattern.compile("[0-5][0-9]");

  private static final BigDecimal AN_HOUR = BigDecimal.valueOf(60);

  private final Reading reading;
  private final QuantityParser numbers;
  private final Clitics clitics;

  Remainders(Reading reading, QuantityParser numbers) {
    this.reading = reading;
    this.numbers = numbers;
    this.clitics = new Clitics(reading);
  }

  /**
   * A time with all that follows of it.
   *
   * @param unit hours in the unit of the first part
   */
  Quantity added(Quantity first, BigDecimal unit) {
    Quantity sum = first;
    BigDecimal smallest = unit;
    for (Quantity rest = rest(sum.to(), smallest); rest != null; rest = rest(sum.to(), smallest)) {
      sum = sum.plus(rest.low()).spanning(sum.from(), rest.to());
      smallest = rest.power();
    }
    return sum;
  }

  /** Whether a part in a smaller unit begins at the token. */
  boolean follow(int at, BigDecimal unit) {
    return rest(at, unit) != null;
  }

  /** 15 days AND 8 HOURS: fewer of a smaller unit than make up the one before; or null. */
  private @Nullable Quantity rest(int at, BigDecimal larger) {
    int behind = numbers.skipAnd(at);
    boolean joined = behind > at;
    boolean hyphen = joined && behind < reading.size() && reading.norm(behind).equals("-");
    int from = hyphen ? behind + 1 : behind;
    Mark whole = reading.longest(from, Lexeme.Span.class);
    if (whole != null) {
      return joined || clitics.isJoined(from) ? inOneWord(whole, larger) : null;
    }
    if (from >= reading.size()) {
      return null;
    }
    Quantity number = numbers.single(from);
    if (number == null || number.isRange() || number.rounded()) {
      return null;
    }
    Mark unit = unitAt(number.to());
    if (unit == null) {
      return joined ? null : minutes(from);
    }
    BigDecimal hours = ((Lexeme.Time) unit.lexeme()).hours();
    BigDecimal more = number.low().multiply(hours);
    return hours.compareTo(larger) < 0 && more.compareTo(larger) < 0
        ? Quantity.of(from, unit.to(), more, more, hours)
        : null;
  }

  private static @Nullable Quantity inOneWord(Mark whole, BigDecimal larger) {
    Lexeme.Span span = (Lexeme.Span) whole.lexeme();
    return span.low().compareTo(span.high()) == 0 && span.low().compareTo(larger) < 0
        ? Quantity.of(whole.from(), whole.to(), span.low(), span.low(), span.low())
        : null;
  }

  /** 1h30, 2 h 05: in two digits behind an h, and counting nothing else; or null. */
  private @Nullable Quantity minutes(int at) {
    if (!reading.norm(at - 1).equals("h")
        || !MINUTES.matcher(reading.norm(at)).matches()
        || !endsPhrase(at + 1)
        || reading.longest(at + 1, Lexeme.Currency.class) != null) {
      return null;
    }
    BigDecimal hours = new BigDecimal(reading.norm(at)).divide(AN_HOUR, MathContext.DECIMAL64);
    // No unit is smaller: nothing follows minutes.
    return Quantity.of(at, at + 1, hours, hours, BigDecimal.ZERO);
  }

  /** Whether no word follows of what a number counts. */
  boolean endsPhrase(int at) {
    return at >= reading.size()
        || !Character.isLetterOrDigit(reading.norm(at).charAt(0))
        || reading.longest(at, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION) != null;
  }

  /** The unit of time at the token, or behind a hyphen or "of" there; null for none. */
  @Nullable Mark unitAt(int at) {
    boolean hyphen = at + 1 < reading.size() && reading.norm(at).equals("-");
    int token = hyphen ? at + 1 : at;
    Mark unit = reading.longest(token, Lexeme.Time.class);
    if (unit == null) {
      Mark of = reading.longest(token, Lexeme.Of.class);
      unit = of == null ? null : reading.longest(of.to(), Lexeme.Time.class);
    }
    return unit;
  }
}
