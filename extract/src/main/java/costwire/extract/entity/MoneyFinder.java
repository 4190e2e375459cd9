package costwire.extract.entity;

import costwire.extract.Bound;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Currencies;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.number.Quantity;
import costwire.extract.number.QuantityParser;
import costwire.extract.text.Languages;
import costwire.extract.text.Script;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Finds sums of money: a number with a currency before, behind or in its middle. */
public final class MoneyFinder extends AmountFinder {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Nobody writes ten thousand millions. */
  private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

  public MoneyFinder(Lexicon lexicon) {
    super(lexicon);
  }

  @Override
  Search search(Reading reading) {
    return new Sums(reading);
  }

  /** One end of a sum: the number and the currency, if it has its own. */
  private record Side(
      int from, int to, Quantity quantity, @Nullable String currency, @Nullable Bound inner) {}

  private static final class Sums implements Search {
    private final Reading reading;
    private final QuantityParser numbers;
    private final Limits limits;

    Sums(Reading reading) {
      this.reading = reading;
      this.numbers = new QuantityParser(reading);
      this.limits = new Limits(reading);
    }

    @Override
    public @Nullable Amount at(int token) {
      Side first = side(token);
      if (first == null) {
        return null;
      }
      int behind = numbers.otherEnd(first.quantity(), first.from(), first.to());
      Side second = behind < 0 ? null : side(behind);
      if (second != null) {
        Amount range = range(first, second);
        if (range != null) {
          return range;
        }
      }
      String currency = first.currency();
      return currency == null
          ? null
          : money(first.from(), first.to(), first.quantity(), bound(first), currency);
    }

    private static Amount money(int from, int to, Quantity quantity, Bound bound, String name) {
      Currencies.Multiple multiple = Currencies.standard().multiple(name);
      return multiple == null
          ? Amount.money(from, to, quantity, bound, name)
          : Amount.money(from, to, quantity.times(multiple.by()), bound, multiple.of());
    }

    private Bound bound(Side side) {
      return limits.bound(side.quantity(), side.from(), side.to(), side.inner());
    }

    private @Nullable Amount range(Side first, Side second) {
      String currency = common(first.currency(), second.currency());
      Quantity low = first.quantity();
      Quantity high = second.quantity();
      Quantity both = currency == null ? null : numbers.range(low, high);
      if (currency == null || both == null) {
        return null;
      }
      Bound bound = limits.bound(both, first.from(), second.to(), null);
      return money(first.from(), second.to(), both, bound, currency);
    }

    /**
     * The currency of a range whose ends have these: "$5 to US$6 million" are US dollars, and "26
     * million dollars, or 850 million baht" no range but the same sum twice. Null for none.
     */
    private static @Nullable String common(@Nullable String first, @Nullable String second) {
      if (first == null || second == null || first.equals(second)) {
        return second == null ? first : second;
      }
      Currencies currencies = Currencies.standard();
      return currencies.typesOf(second).contains(first)
          ? second
          : currencies.typesOf(first).contains(second) ? first : null;
    }

    private @Nullable Side side(int token) {
      Mark before = reading.longest(token, Lexeme.Currency.class);
      if (before != null && !endsSmallPhrase(before)) {
        return currencyFirst(before);
      }
      Quantity inverted = numbers.inverted(token);
      Quantity quantity = inverted == null ? numbers.single(token) : inverted;
      return quantity == null ? null : numberFirst(token, quantity);
    }

    /** Catalan's "tan sols" (only) is no money, although "sols" is Peru's. */
    private boolean endsSmallPhrase(Mark currency) {
      Mark small =
          reading.endingAt(currency.to(), Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION);
      return small != null && small.from() < currency.from();
    }

    private @Nullable Side currencyFirst(Mark before) {
      int at = before.to();
      if (at + 1 < reading.size() && reading.norm(at).equals(".")) {
        at++;
      }
      Quantity quantity = at < reading.size() ? numbers.single(at) : null;
      if (quantity == null || mayBeMultiplied(quantity)) {
        return null;
      }
      if (reading.longest(before.from(), Lexeme.Inverted.class) != null) {
        quantity = quantity.asRounded();
      }
      String currency = ((Lexeme.Currency) before.lexeme()).codeOrType();
      int to = quantity.to();
      Mark again = reading.longest(numbers.skipStop(to), Lexeme.Currency.class);
      if (again != null && numbers.single(again.to()) == null) {
        // "$5 million USD": the second says more than the first.
        String second = ((Lexeme.Currency) again.lexeme()).codeOrType();
        boolean more = !Currencies.standard().isType(second);
        return new Side(before.from(), again.to(), quantity, more ? second : currency, null);
      }
      return new Side(before.from(), to, quantity, currency, null);
    }

    /**
     * Whether an unknown word behind the number may be its million: letters on its digits
     * ("€3bln"), or in a language without a lexicon any word behind a small number.
     */
    private boolean mayBeMultiplied(Quantity quantity) {
      int behind = quantity.to();
      if (behind >= reading.size()
          || !Character.isLetter(reading.word(behind).charAt(0))
          || !reading.at(behind).isEmpty()) {
        return false;
      }
      boolean onDigits =
          reading.isGlued(behind)
              && Character.isDigit(reading.norm(behind - 1).charAt(0))
              && Script.of(reading.word(behind).charAt(0)) == Script.LATIN;
      boolean foreign = reading.lexicon().code().equals(Languages.UNKNOWN);
      return onDigits || (foreign && quantity.high().compareTo(LARGE) < 0);
    }

    private @Nullable Side numberFirst(int token, Quantity quantity) {
      if (isRestOfSum(token, quantity)) {
        return null;
      }
      int at = numbers.skipStop(quantity.to());
      Bound inner = null;
      Mark limit = limits.behindMark(at);
      if (limit != null && currencyAt(limit.to()) != null) {
        inner = Limits.bound((Lexeme.Limit) limit.lexeme());
        at = limit.to();
      }
      Mark currency = currencyAt(at);
      if (currency == null || isNextSum(currency)) {
        return new Side(token, quantity.to(), quantity, null, null);
      }
      String code = ((Lexeme.Currency) currency.lexeme()).codeOrType();
      Mark band = reading.longest(currency.to(), Lexeme.Band.class);
      if (band != null && !quantity.isRange()) {
        return new Side(token, currency.to(), quantity.asBand(), code, inner);
      }
      Quantity power = power(currency.to());
      if (power != null && !quantity.isLarge()) {
        // "125 USD millones"
        return new Side(token, power.to(), quantity.times(power.low()), code, inner);
      }
      Quantity sum =
          quantity.isRange() || quantity.isLarge() ? quantity : withRest(quantity, currency);
      int to = sum.equals(quantity) ? stopBeforeRate(currency.to()) : sum.to();
      return new Side(token, to, sum, code, inner);
    }

    /** "A few $10 notes": a sign before digits is theirs. */
    private boolean isNextSum(Mark currency) {
      int behind = currency.to();
      return behind < reading.size()
          && reading.isGlued(behind)
          && Character.isDigit(reading.norm(behind).charAt(0))
          && !Character.isLetter(reading.norm(behind - 1).charAt(0));
    }

    /** "Two euros and a half", "2 dollars 40 cents". */
    private Quantity withRest(Quantity whole, Mark currency) {
      int at = currency.to();
      Mark half = reading.longest(at, Lexeme.PlusHalf.class);
      if (half != null) {
        return whole.plus(HALF).spanning(whole.from(), half.to());
      }
      int from = numbers.skipAnd(at);
      Quantity rest = from < reading.size() ? numbers.single(from) : null;
      Mark cents = rest == null ? null : reading.longest(rest.to(), Lexeme.Minor.class);
      if (rest == null || cents == null || rest.isRange() || whole.low().scale() > 0) {
        return whole;
      }
      BigDecimal part = rest.low().multiply(((Lexeme.Minor) cents.lexeme()).of());
      return part.compareTo(BigDecimal.ONE) < 0
          ? whole.plus(part).spanning(whole.from(), cents.to())
          : whole;
    }

    /** "40 000 kr. a month": the full stop is the abbreviation's, as a rate follows. */
    private int stopBeforeRate(int at) {
      boolean rate =
          reading.longest(at + 1, Lexeme.Rate.class) != null
              || reading.longest(at + 1, Lexeme.Per.class) != null;
      return rate && reading.norm(at).equals(".") ? at + 1 : at;
    }

    /** "two dollars and half a dollar", in languages that write so: the half alone is no sum. */
    private boolean isRestOfSum(int token, Quantity quantity) {
      return quantity.high().compareTo(BigDecimal.ONE) < 0
          && !quantity.plain()
          && reading.endingAt(token, Lexeme.Currency.class, currency -> true) != null;
    }

    private @Nullable Quantity power(int at) {
      return reading.longest(at, Lexeme.Power.class) == null
              || reading.longest(at, Lexeme.Atom.class) != null
          ? null
          : numbers.single(at);
    }

    /** The currency at the token or behind "of", "in" or a hyphen there. */
    private @Nullable Mark currencyAt(int at) {
      Mark currency = reading.longest(at, Lexeme.Currency.class);
      if (currency != null) {
        return currency;
      }
      Mark of = reading.longest(at, Lexeme.Of.class);
      if (of != null) {
        return reading.longest(of.to(), Lexeme.Currency.class);
      }
      boolean hyphen = at < reading.size() && reading.norm(at).equals("-");
      return hyphen ? reading.longest(at + 1, Lexeme.Currency.class) : null;
    }
  }
}
