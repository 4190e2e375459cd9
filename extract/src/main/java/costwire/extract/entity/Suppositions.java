package costwire.extract.entity;

import costwire.extract.Bound;
import costwire.extract.Measure;
import costwire.extract.catalogue.Chip;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.number.Quantity;
import costwire.extract.number.QuantityParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads on through the sentences of a field and finds numbers that may be amounts whose unit is
 * left to the reader: "a billion more", "64 went to the hospital". They are no entities: each comes
 * with its doubts, and only what is learned of claims makes one of it.
 */
public final class Suppositions {
  /** A currency that the field has not named yet. */
  public static final String OPEN = "?";

  private static final BigDecimal MOST_CHIPS = BigDecimal.valueOf(10_000_000);

  /** More than all money there is. */
  private static final BigDecimal MOST_MONEY = BigDecimal.TEN.pow(18);

  private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(500);

  private @Nullable Amount money;
  private BigDecimal times = BigDecimal.ONE;
  private int moneySentence = -9;
  private @Nullable Chip chip;
  private int chipSentence = -9;
  private int sentence;

  /**
   * The numbers of the sentence that may be amounts, in order.
   *
   * @param amounts those that are
   * @param isName whether a span is part of a name
   */
  public List<Amount> in(Reading reading, List<Amount> amounts, Predicate<Span> isName) {
    sentence++;
    Sight sight = new Sight(reading);
    List<Amount> supposed = new ArrayList<>();
    int at = 0;
    for (Amount amount : amounts) {
      search(sight, at, amount.getStart(), isName, supposed);
      remember(reading, amount);
      at = amount.getEnd();
    }
    search(sight, at, reading.size(), isName, supposed);
    return supposed;
  }

  private void search(
      Sight sight, int from, int to, Predicate<Span> isName, List<Amount> supposed) {
    for (int at = from; at < to; ) {
      if (sight.reading.longest(at, Lexeme.ChipNoun.class) != null) {
        chip = chipSentence >= sentence - 1 ? chip : null;
        chipSentence = sentence;
      }
      Quantity quantity = sight.numbers.parse(at);
      if (quantity == null || quantity.to() > to) {
        at++;
        continue;
      }
      Amount amount =
          isName.test(new Span(at, quantity.to())) || quantity.year()
              ? null
              : sight.endsInPower(quantity.to()) ? sum(sight, quantity) : count(sight, quantity);
      if (amount != null && amount.getEnd() <= to) {
        supposed.add(amount);
      }
      at = Math.max(at + 1, quantity.to());
    }
  }

  private @Nullable Amount sum(Sight sight, Quantity number) {
    Quantity quantity = Elided.inUnits(number, times);
    if (!quantity.isLarge()
        || quantity.high().compareTo(MOST_MONEY) > 0
        || sight.followers.counts(quantity.to())) {
      return null;
    }
    List<String> doubts = new ArrayList<>();
    Amount before = money;
    int since = sentence - moneySentence;
    doubts.add(before == null ? "open" : since == 0 ? "same" : since == 1 ? "next" : "later");
    if (before != null && !isComparable(quantity, before.quantity())) {
      doubts.add("odd");
    }
    if (!sight.followers.leadsIn(sight.limits.start(quantity.from()))) {
      doubts.add("head");
    }
    if (!sight.followers.endsAmount(sight.numbers.skipStop(quantity.to()), Followers.OF_SUMS)) {
      doubts.add("tail");
    }
    if (!sight.followers.hasCueNear(quantity.from(), EnumSet.of(Cue.COST))) {
      doubts.add("cue");
    }
    Bound bound = sight.limits.bound(quantity, quantity.from(), quantity.to(), null);
    String unit = before == null ? OPEN : before.unit();
    return Amount.money(quantity.from(), quantity.to(), quantity, bound, unit).supposed(doubts);
  }

  private static boolean isComparable(Quantity quantity, @Nullable Quantity sum) {
    return sum != null
        && quantity.high().compareTo(sum.high().multiply(MOST_TIMES)) <= 0
        && sum.low().compareTo(quantity.low().multiply(MOST_TIMES)) <= 0;
  }

  private @Nullable Amount count(Sight sight, Quantity quantity) {
    int since = sentence - chipSentence;
    Mark counter = sight.reading.longest(quantity.to(), Lexeme.Counter.class);
    int end = counter == null ? quantity.to() : counter.to();
    if (since > 1
        || quantity.low().compareTo(BigDecimal.ONE) <= 0
        || quantity.high().compareTo(MOST_CHIPS) > 0
        || quantity.low().stripTrailingZeros().scale() > 0
        || !sight.followers.endsAmount(end, Followers.OF_CHIPS)) {
      return null;
    }
    List<String> doubts = new ArrayList<>();
    doubts.add(since == 0 ? "same" : "next");
    doubts.add(counter == null ? "bare" : "counted");
    if (!sight.followers.leadsIn(sight.limits.start(quantity.from()), Followers.OF_PIECES)) {
      doubts.add("head");
    }
    if (!sight.followers.hasCueNear(quantity.from(), Followers.OF_PIECES)) {
      doubts.add("cue");
    }
    Bound bound = sight.limits.bound(quantity, quantity.from(), end, null);
    return Amount.chips(quantity.from(), end, quantity, bound, chip).supposed(doubts);
  }

  private void remember(Reading reading, Amount amount) {
    if (amount.measure() == Measure.COST) {
      money = amount;
      times = Elided.times(reading, amount);
      moneySentence = sentence;
    } else if (amount.measure() == Measure.CHIPS) {
      chip = amount.chip();
      chipSentence = sentence;
    }
  }

  /** What looks at one sentence. */
  private static final class Sight {
    final Reading reading;
    final QuantityParser numbers;
    final Limits limits;
    final Followers followers;

    Sight(Reading reading) {
      this.reading = reading;
      this.numbers = new QuantityParser(reading);
      this.limits = new Limits(reading);
      this.followers = new Followers(reading);
    }

    boolean endsInPower(int to) {
      return reading.endingAt(to, Lexeme.Power.class, power -> !power.abbreviated()) != null;
    }
  }
}
