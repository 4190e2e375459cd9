package costwire.extract.entity;

import costwire.extract.Bound;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.Ago;
import costwire.extract.lexicon.Lexeme.Side;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.number.Quantity;
import costwire.extract.number.QuantityParser;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds durations, in hours. */
public final class DurationFinder extends AmountFinder {
  /** 2021年 is a date. */
  private static final BigDecimal YEAR = BigDecimal.valueOf(8760);

  private static final BigDecimal LONGEST_MONTH = BigDecimal.valueOf(31);

  private static final List<BigDecimal> UNITS =
      Stream.of(1, 24, 168, 730, 8760).map(BigDecimal::new).toList();

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private static final BigDecimal HALF = new BigDecimal("0.5");

  public DurationFinder(Lexicon lexicon) {
    super(lexicon);
  }

  @Override
  Search search(Reading reading) {
    return new Spans(reading);
  }

  private static final class Spans implements Search {
    private final Reading reading;
    private final QuantityParser numbers;
    private final Limits limits;

    Spans(Reading reading) {
      this.reading = reading;
      this.numbers = new QuantityParser(reading);
      this.limits = new Limits(reading);
    }

    @Override
    public @Nullable Amount at(int token) {
      Mark whole = reading.longest(token, Lexeme.Span.class);
      if (whole != null) {
        return numbers.isTorn(token) ? null : inOneWord(whole);
      }
      Quantity inverted = numbers.inverted(token);
      if (inverted != null) {
        Amount time = behindUnit(token, inverted);
        return time != null ? time : counted(token, inverted);
      }
      Quantity quantity = numbers.parse(token);
      return quantity == null ? null : counted(token, quantity);
    }

    /** "Three years ago" is a time, and not how long something took. */
    @Override
    public boolean counts(Amount amount) {
      int from = limits.start(amount.getStart());
      return reading.longest(amount.getEnd(), Ago.class, ago -> ago.side() == Side.BEHIND) == null
          && reading.endingAt(from, Ago.class, ago -> ago.side() == Side.BEFORE) == null;
    }

    /** часов пять: a number that counts something else has a word for it behind. */
    private @Nullable Amount behindUnit(int token, Quantity quantity) {
      Mark unit = reading.longest(token, Lexeme.Time.class);
      if (unit == null || !endsPhrase(quantity.to())) {
        return null;
      }
      Quantity product = quantity.times(((Lexeme.Time) unit.lexeme()).hours());
      Bound bound = limits.bound(product, token, quantity.to(), null);
      return Amount.hours(token, quantity.to(), product, bound);
    }

    private boolean endsPhrase(int at) {
      return at >= reading.size()
          || !Character.isLetterOrDigit(reading.norm(at).charAt(0))
          || reading.longest(at, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION) != null;
    }

    private Amount inOneWord(Mark whole) {
      Lexeme.Span span = (Lexeme.Span) whole.lexeme();
      Quantity quantity =
          Quantity.of(whole.from(), whole.to(), span.low(), span.high(), BigDecimal.ONE);
      int to = whole.to();
      Mark half = reading.longest(to, Lexeme.PlusHalf.class);
      BigDecimal unit = half == null ? null : unitIn(whole);
      if (half != null && unit != null) {
        quantity = quantity.plus(unit.multiply(HALF));
        to = half.to();
      }
      Bound bound = limits.bound(quantity, whole.from(), to, null);
      return Amount.hours(whole.from(), to, quantity, bound);
    }

    /**
     * The unit that a span is made of: its last word, or the day, week … that a dual has two of.
     */
    private @Nullable BigDecimal unitIn(Mark whole) {
      Mark time = reading.endingAt(whole.to(), Lexeme.Time.class, unit -> true);
      if (time != null) {
        return ((Lexeme.Time) time.lexeme()).hours();
      }
      BigDecimal hours = ((Lexeme.Span) whole.lexeme()).low();
      return UNITS.stream()
          .filter(unit -> hours.compareTo(unit) == 0 || hours.compareTo(unit.multiply(TWO)) == 0)
          .findFirst()
          .orElse(null);
    }

    private @Nullable Amount counted(int token, Quantity quantity) {
      int at = quantity.to();
      Bound inner = null;
      Mark limit = limits.behindMark(at);
      if (limit != null && unitAt(limit.to()) != null) {
        inner = Limits.bound((Lexeme.Limit) limit.lexeme());
        at = limit.to();
      }
      Mark unit = unitAt(at);
      if (unit == null) {
        return null;
      }
      Lexeme.Time time = (Lexeme.Time) unit.lexeme();
      if (time.dates() && isDate(token, quantity)) {
        return null;
      }
      BigDecimal hours = time.hours();
      if (quantity.year() && hours.compareTo(YEAR) == 0) {
        return null;
      }
      Quantity product = quantity.times(hours);
      int to = unit.to();
      Mark half = reading.longest(to, Lexeme.PlusHalf.class);
      if (half != null) {
        product = product.plus(hours.multiply(HALF));
        to = half.to();
      }
      return Amount.hours(token, to, product, limits.bound(product, token, to, inner));
    }

    /** Nobody says about of a day of the month; a wave before it may mean "until". */
    private boolean isDate(int token, Quantity quantity) {
      Mark about =
          reading.endingAt(
              token,
              Lexeme.Limit.class,
              limit -> limit.before() && limit.kind() == Lexeme.Limit.Kind.ABOUT);
      return quantity.low().compareTo(LONGEST_MONTH) <= 0
          && (about == null || !Character.isLetter(reading.norm(about.from()).charAt(0)));
    }

    private @Nullable Mark unitAt(int at) {
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
}
