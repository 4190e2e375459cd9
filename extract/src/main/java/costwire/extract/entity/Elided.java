package costwire.extract.entity;

import costwire.extract.Bound;
import costwire.extract.Measure;
import costwire.extract.catalogue.Chip;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Currencies;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.OfThem;
import costwire.extract.lexicon.Lexeme.Side;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.number.Quantity;
import costwire.extract.number.QuantityParser;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of one sentence whose unit the text leaves out, having just named it: from 944 million to
 * $1.2 billion, 64 of them, the other 36 units. What may count something else is none.
 */
final class Elided {
  /** Tokens between a sum and the next one without a currency in the same sentence. */
  private static final int NEAR = 14;

  /** A unit of thousands says what the words of the next number say again: mkr, million. */
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(500);

  private static final BigDecimal MOST_PIECES = BigDecimal.valueOf(10_000_000);

  /** So many hours of one thing are longer than a year: they are hours of many chips. */
  private static final BigDecimal MANY_HOURS = BigDecimal.valueOf(10_000);

  private final Reading reading;
  private final QuantityParser numbers;
  private final Limits limits;
  private final Followers followers;

  Elided(Reading reading) {
    this.reading = reading;
    this.numbers = new QuantityParser(reading);
    this.limits = new Limits(reading);
    this.followers = new Followers(reading);
  }

  /** The token behind the words that limit the amount before: vagy több, where több is several. */
  int behindLimit(int at) {
    Mark limit = limits.behindMark(at);
    return limit == null ? at : limit.to();
  }

  /** The number that begins at the token, if nothing else has it; else null. */
  @Nullable Quantity numberAt(int token, Predicate<Span> taken) {
    Quantity quantity = numbers.parse(token);
    return quantity == null || taken.test(new Span(token, quantity.to())) ? null : quantity;
  }

  /**
   * A sum in the currency of the one before, or null.
   *
   * @param number in the unit of the one before
   * @param times so many of its currency that unit is
   */
  @Nullable Amount money(Quantity number, Amount before, BigDecimal times, boolean sameSentence) {
    Quantity quantity = inUnits(number, times);
    boolean near =
        sameSentence
            ? quantity.from() - before.getEnd() <= NEAR
            : followers.hasCueNear(quantity.from(), EnumSet.of(Cue.COST));
    if (!near
        || !quantity.isLarge()
        || !isComparable(quantity, before.quantity())
        || !endsInPower(quantity.to())
        || !followers.leadsIn(limits.start(quantity.from()))
        || !followers.endsAmount(numbers.skipStop(quantity.to()), Followers.OF_SUMS)) {
      return null;
    }
    Bound bound = limits.bound(quantity, quantity.from(), quantity.to(), null);
    return Amount.money(quantity.from(), quantity.to(), quantity, bound, before.unit());
  }

  /** So many of its currency the unit of a sum is: ten rials a toman. */
  static BigDecimal times(Reading reading, Amount sum) {
    return IntStream.range(sum.getStart(), sum.getEnd())
        .mapToObj(token -> reading.longest(token, Lexeme.Currency.class))
        .filter(Objects::nonNull)
        .map(mark -> ((Lexeme.Currency) mark.lexeme()).codeOrType())
        .map(name -> Currencies.standard().multiple(name))
        .filter(Objects::nonNull)
        .map(Currencies.Multiple::by)
        .filter(by -> by.compareTo(THOUSAND) < 0)
        .findFirst()
        .orElse(BigDecimal.ONE);
  }

  static Quantity inUnits(Quantity number, BigDecimal times) {
    return times.equals(BigDecimal.ONE) ? number : number.times(times);
  }

  /** Sums that are told side by side are of a size; parameters of a model are many more. */
  private static boolean isComparable(Quantity quantity, @Nullable Quantity sum) {
    return sum != null
        && quantity.high().compareTo(sum.high().multiply(MOST_TIMES)) <= 0
        && sum.low().compareTo(quantity.low().multiply(MOST_TIMES)) <= 0;
  }

  /** An abbreviation of one or two letters may be another unit. */
  private boolean endsInPower(int to) {
    return reading.endingAt(to, Lexeme.Power.class, power -> !power.abbreviated()) != null;
  }

  /** Some of the chips before, or the rest of them; or null. */
  @Nullable Amount chips(Quantity quantity, Amount before, Predicate<String> countedBefore) {
    Quantity all = before.quantity();
    if (quantity.year() || all == null) {
      return null;
    }
    Mark counter = reading.longest(quantity.to(), Lexeme.Counter.class);
    int to = counter == null ? quantity.to() : counter.to();
    Mark behind = ofThem(to);
    boolean some = behind != null || isOfThem(quantity.from());
    boolean alike = counter != null && countedBefore.test(reading.norm(counter.from()));
    if (some ? quantity.high().compareTo(all.high()) > 0 : !alike) {
      return null;
    }
    int end = behind == null ? to : behind.to();
    Mark noun = some ? reading.longest(end, Lexeme.ChipNoun.class) : null;
    end = noun == null ? end : noun.to();
    if (!(some && alike) && !followers.endsAmount(end, Followers.OF_CHIPS)) {
      return null;
    }
    Bound bound = limits.bound(quantity, quantity.from(), end, null);
    return Amount.chips(quantity.from(), end, quantity, bound, before.chip());
  }

  /** 采购GPU。首批3000张: so many pieces of the chips just spoken of, bought or used; or null. */
  @Nullable Amount pieces(Quantity quantity, @Nullable Chip chip) {
    Mark counter = reading.longest(quantity.to(), Lexeme.Counter.class);
    int start = limits.start(quantity.from());
    if (counter == null
        || quantity.year()
        || quantity.low().compareTo(BigDecimal.ONE) <= 0
        || quantity.high().compareTo(MOST_PIECES) > 0
        || !followers.leadsIn(start, Followers.OF_PIECES)
        || !followers.hasCueNear(quantity.from(), Followers.OF_PIECES)
        || followers.hasHost()
        || !followers.endsAmount(counter.to(), Followers.OF_CHIPS)) {
      return null;
    }
    Bound bound = limits.bound(quantity, quantity.from(), counter.to(), null);
    return Amount.chips(quantity.from(), counter.to(), quantity, bound, chip);
  }

  private @Nullable Mark ofThem(int at) {
    return reading.longest(at, OfThem.class, word -> word.side() == Side.BEHIND);
  }

  /** Whether the count at the token is said to be a part or the rest of what was before. */
  boolean isOfThem(int from) {
    int start = limits.start(from);
    return reading.endingAt(start, OfThem.class, word -> word.side() == Side.BEFORE) != null;
  }

  /** Whether the words of a count say that it is of those before: 64 OF THESE cards. */
  boolean isOfThem(Amount amount) {
    return isOfThem(amount.getStart())
        || IntStream.range(amount.getStart() + 1, amount.getEnd())
            .anyMatch(token -> ofThem(token) != null);
  }

  /** Hours behind chip-hours that are too many to be hours of one chip; or null. */
  @Nullable Amount chipHours(Amount hours, @Nullable Chip chip) {
    Quantity quantity = hours.quantity();
    Mark unit = reading.endingAt(hours.getEnd(), Lexeme.Time.class, t -> t.unit().equals("hour"));
    return quantity == null || unit == null || quantity.low().compareTo(MANY_HOURS) < 0
        ? null
        : Amount.chipHours(hours.getStart(), hours.getEnd(), quantity, hours.bound(), chip);
  }

  /** Counters in the words of an amount. */
  static List<String> counters(Reading reading, Amount amount) {
    return IntStream.range(amount.getStart(), amount.getEnd())
        .filter(token -> reading.longest(token, Lexeme.Counter.class) != null)
        .mapToObj(reading::norm)
        .toList();
  }

  static boolean isChips(Amount amount) {
    return amount.measure() == Measure.CHIPS && amount.quantity() != null;
  }
}
