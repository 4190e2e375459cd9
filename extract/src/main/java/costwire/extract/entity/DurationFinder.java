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

  private static final BigDecimal DAY = BigDecimal.valueOf(24);

  /** Nobody counts so many weeks or months. */
  private static final BigDecimal MANY = BigDecimal.valueOf(10_000);

  /** Nobody counts so many days; years may be more. */
  private static final BigDecimal VERY_MANY = BigDecimal.valueOf(1_000_000);

  private static final BigDecimal LONGEST_MONTH = BigDecimal.valueOf(31);

  private static final List<BigDecimal> UNITS =
      Stream.of(1, 24, 168, 730, 8760).map(BigDecimal::new).toList();

  /** Letters of a unit, of a number, and of a word made of both. */
  private static final int SHORTEST_UNIT = 4;

  private static final int SHORTEST_NUMBER = 3;

  private static final int SHORTEST_COMPOUND = 7;

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
    private final Remainders remainders;

    Spans(Reading reading) {
      this.reading = reading;
      this.numbers = new QuantityParser(reading);
      this.limits = Limits.ofTime(reading);
      this.remainders = new Remainders(reading, numbers);
    }

    @Override
    public @Nullable Amount at(int token) {
      Mark whole = reading.longest(token, Lexeme.Span.class);
      if (whole != null) {
        return numbers.isTorn(token) ? null : inOneWord(whole);
      }
      Mark alone = reading.longest(token, Lexeme.Time.class);
      if (alone != null && isOne(alone)) {
        Quantity one = Quantity.of(token, alone.to(), hours(alone), hours(alone), BigDecimal.ONE);
        return Amount.hours(
            token, alone.to(), one, limits.bound(one, articleOf(token), alone.to(), null));
      }
      Amount glued = inCompound(token);
      if (glued != null) {
        return glued;
      }
      Quantity inverted = numbers.inverted(token);
      if (inverted != null) {
        Amount time = behindUnit(token, inverted);
        return time != null ? time : counted(token, inverted);
      }
      Quantity quantity = numbers.parse(token);
      return quantity == null ? null : counted(token, quantity);
    }

    private static BigDecimal hours(Mark unit) {
      return ((Lexeme.Time) unit.lexeme()).hours();
    }

    /** Sechswöchig, двухмесячный, tvåårig: a number and the unit behind it in one word; or null. */
    private @Nullable Amount inCompound(int token) {
      String word = reading.norm(token);
      if (word.length() < SHORTEST_COMPOUND || !reading.at(token).isEmpty()) {
        return null;
      }
      int longest = reading.lexicon().glued().longestHead(word);
      int last = Math.min(word.length() - SHORTEST_UNIT, longest);
      for (int cut = last; cut >= SHORTEST_NUMBER; cut--) {
        BigDecimal number = glued(word.substring(0, cut));
        BigDecimal unit = number == null ? null : unit(word.substring(cut));
        if (number != null && unit != null && number.compareTo(BigDecimal.ONE) > 0) {
          BigDecimal hours = number.multiply(unit);
          Quantity quantity = Quantity.of(token, token + 1, hours, hours, BigDecimal.ONE);
          Bound bound = limits.bound(quantity, token, token + 1, null);
          return Amount.hours(token, token + 1, quantity, bound);
        }
      }
      return null;
    }

    private @Nullable BigDecimal glued(String word) {
      return reading.lexicon().glued().part(word) instanceof Lexeme.Atom number
          ? number.value()
          : null;
    }

    private @Nullable BigDecimal unit(String word) {
      BigDecimal[] hours = new BigDecimal[1];
      Reading alone = Reading.of(new String[] {word}, reading.lexicon());
      for (Mark mark : alone.at(0)) {
        if (mark.lexeme() instanceof Lexeme.Time time && !time.dates()) {
          hours[0] = time.hours();
        }
      }
      return hours[0];
    }

    /** "In less than a week", повече от месец: a bare unit behind a limit is one of it. */
    private boolean isOne(Mark unit) {
      int from = articleOf(unit.from());
      Bound bound = limits.right(from);
      boolean whole = bound == Bound.AT_LEAST || bound == Bound.AT_MOST;
      // "Within weeks": a word that goes with any duration says nothing of how many.
      boolean any = from == unit.from() && limits.fitsAnyLength(from);
      return whole
          && !any
          && !((Lexeme.Time) unit.lexeme()).dates()
          && Character.UnicodeScript.of(reading.norm(unit.from()).charAt(0))
              != Character.UnicodeScript.HAN
          && (unit.to() >= reading.size() || remainders.endsPhrase(unit.to()))
          && !isCompound(unit.to());
    }

    /** "an hour" is a rate as a whole, and so is no "the hour". */
    private boolean isRate(int token) {
      Mark rate = reading.longest(token, Lexeme.Rate.class);
      return rate != null && rate.to() == token + 2;
    }

    private boolean isCompound(int at) {
      return at < reading.size() && (reading.norm(at).equals("-") || reading.norm(at).equals("/"));
    }

    /** The token of the "a" before a unit, or the unit's own. */
    private int articleOf(int token) {
      boolean one =
          token > 0
              && reading.endingAt(
                      token, Lexeme.Atom.class, atom -> atom.value().compareTo(BigDecimal.ONE) == 0)
                  != null;
      boolean article = token > 0 && reading.longest(token - 1, Lexeme.Per.class) != null;
      return one || (article && isArticle(token - 1)) ? token - 1 : token;
    }

    /** "a", "an", "un": counts one before a power, and is a small word. */
    private boolean isArticle(int token) {
      return (reading.lexicon().glued().part(reading.norm(token)) instanceof Lexeme.Atom one
              && one.value().compareTo(BigDecimal.ONE) == 0)
          || reading.norm(token).length() == 1
          || isRate(token);
    }

    /** "Three years ago" is a time, and not how long something took. */
    @Override
    public boolean counts(Amount amount) {
      int from = limits.start(amount.getStart());
      Mark ago = reading.longest(amount.getEnd(), Ago.class, word -> word.side() == Side.BEHIND);
      Mark limit = limits.behindMark(amount.getEnd());
      // 6週間前後 is about six weeks, 6週間前 six weeks ago.
      return (ago == null || (limit != null && limit.to() > ago.to()))
          && reading.endingAt(from, Ago.class, word -> word.side() == Side.BEFORE) == null;
    }

    /** часов пять: a number that counts something else has a word for it behind. */
    private @Nullable Amount behindUnit(int token, Quantity quantity) {
      Mark unit = reading.longest(token, Lexeme.Time.class);
      if (unit == null || !remainders.endsPhrase(quantity.to())) {
        return null;
      }
      Quantity product = quantity.times(((Lexeme.Time) unit.lexeme()).hours());
      Bound bound = limits.bound(product, token, quantity.to(), null);
      return Amount.hours(token, quantity.to(), product, bound);
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
      if (half == null && !quantity.isRange()) {
        BigDecimal parts = unitIn(whole);
        quantity = parts == null ? quantity : remainders.added(quantity, parts);
        to = quantity.to();
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
      if (limit != null && remainders.unitAt(limit.to()) != null) {
        inner = Limits.bound((Lexeme.Limit) limit.lexeme());
        at = limit.to();
      }
      Mark unit = remainders.unitAt(at);
      if (unit == null || isOnClock(token)) {
        return null;
      }
      Lexeme.Time time = (Lexeme.Time) unit.lexeme();
      boolean half = reading.longest(unit.to(), Lexeme.PlusHalf.class) != null;
      boolean counts =
          half || (!isInMonth(token) && (isSum(unit, time) || isLimitedBehind(unit.to())));
      if (time.dates() && !counts && isDate(token, quantity)) {
        return null;
      }
      BigDecimal hours = time.hours();
      if ((quantity.year() && hours.compareTo(YEAR) == 0) || isPaidEach(quantity, unit, hours)) {
        return null;
      }
      Quantity product = quantity.times(hours);
      int to = unit.to();
      Mark more = reading.longest(to, Lexeme.PlusHalf.class);
      if (more != null) {
        product = product.plus(hours.multiply(HALF));
        to = more.to();
      }
      Quantity sum = remainders.added(product.spanning(token, to), hours);
      return Amount.hours(token, sum.to(), sum, limits.bound(sum, token, sum.to(), inner));
    }

    /** "1:30 hours": the 30 is minutes. */
    private boolean isOnClock(int token) {
      return token > 1
          && reading.norm(token - 1).equals(":")
          && Character.isDigit(reading.norm(token - 2).charAt(0))
          && reading.isGlued(token)
          && reading.isGlued(token - 1);
    }

    /** "Six million a month", in languages that say so without a word for the "a". */
    private boolean isPaidEach(Quantity quantity, Mark unit, BigDecimal hours) {
      boolean year = hours.compareTo(YEAR) >= 0;
      boolean day = hours.compareTo(DAY) <= 0;
      boolean rate = reading.longest(unit.from(), Lexeme.Rate.class) != null;
      BigDecimal most = rate || !day ? MANY : VERY_MANY;
      return hours.compareTo(DAY) >= 0 && (rate || !year) && quantity.high().compareTo(most) >= 0;
    }

    /** 11일 6시간: hours are added to days, and not to the eleventh of a month. */
    private boolean isSum(Mark unit, Lexeme.Time time) {
      return remainders.follow(unit.to(), time.hours());
    }

    /** 20日ほど is no twentieth. */
    private boolean isLimitedBehind(int at) {
      return limits.behindMark(at) != null
          && reading.longest(at, Lexeme.Range.class) == null
          && reading.longest(at, Lexeme.Sign.class, sign -> sign.cue() == Cue.AGO) == null;
    }

    /** 3월 11일 6시간: the eleventh of March. */
    private boolean isInMonth(int day) {
      return day > 1
          && numbers.single(day - 2) != null
          && (reading.at(day - 1).isEmpty()
              || reading.longest(day - 1, Lexeme.Rate.class, rate -> rate.per().equals("month"))
                  != null);
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
  }
}
