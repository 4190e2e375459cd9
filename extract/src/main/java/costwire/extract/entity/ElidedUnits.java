package costwire.extract.entity;

import costwire.extract.Measure;
import costwire.extract.catalogue.Chip;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.number.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads on through the sentences of a field and completes their amounts by those that take their
 * unit or chip from an amount of the same sentence or the one before.
 */
public final class ElidedUnits {
  private Last money = Last.NONE;
  private Last chips = Last.NONE;
  private Last chipHours = Last.NONE;
  private Named named = new Named(null, -2);
  private int sentence;

  /** The chips spoken of last, counted or not; null if only by a noun. */
  private record Named(@Nullable Chip chip, int sentence) {}

  /**
   * An amount that the next may refer to, so many of what its unit is, the counting words in it.
   */
  private record Last(
      @Nullable Amount amount, BigDecimal times, int sentence, List<String> counters) {
    static final Last NONE = new Last(null, BigDecimal.ONE, -2, List.of());

    @Nullable Amount since(int earliest) {
      return sentence >= earliest ? amount : null;
    }
  }

  /**
   * The amounts with the elided ones among them, in order.
   *
   * @param isName whether a span is part of a name
   */
  public List<Amount> complete(Reading reading, List<Amount> amounts, Predicate<Span> isName) {
    sentence++;
    List<Amount> all = new ArrayList<>();
    Elided elided = new Elided(reading);
    int at = 0;
    for (Amount amount : amounts) {
      search(elided, reading, new Span(at, amount.getStart()), all, isName);
      Amount better = completed(elided, amount);
      all.add(better);
      remember(reading, better);
      at = elided.behindLimit(amount.getEnd());
    }
    search(elided, reading, new Span(at, reading.size()), all, isName);
    all.sort(Comparator.comparingInt(Span::getStart));
    return all;
  }

  private void search(
      Elided elided, Reading reading, Span gap, List<Amount> all, Predicate<Span> isName) {
    int to = gap.getEnd();
    Predicate<Span> taken = span -> span.getEnd() > to || isName.test(span);
    for (int at = gap.getStart(); at < to; ) {
      if (reading.longest(at, Lexeme.ChipNoun.class) != null) {
        named = new Named(isNear(named) ? named.chip() : null, sentence);
      }
      if (!hasAny()) {
        at++;
        continue;
      }
      Quantity quantity = elided.numberAt(at, taken);
      Amount found = quantity == null ? null : found(elided, quantity);
      if (found != null && found.getEnd() <= to) {
        all.add(found);
        remember(reading, found);
      }
      at = quantity == null ? at + 1 : Math.max(at + 1, quantity.to());
    }
  }

  private boolean hasAny() {
    return money.since(sentence - 1) != null || chips.since(sentence - 1) != null || isNear(named);
  }

  private boolean isNear(Named mention) {
    return mention.sentence() >= sentence - 1;
  }

  private @Nullable Amount found(Elided elided, Quantity quantity) {
    Amount sum = money.since(sentence - 1);
    Amount found =
        sum == null
            ? null
            : elided.money(quantity, sum, money.times(), money.sentence() == sentence);
    Amount counted = chips.since(sentence - 1);
    if (found == null && counted != null) {
      found = elided.chips(quantity, counted, this::isCountedAlike);
    }
    return found == null && isNear(named) ? elided.pieces(quantity, named.chip()) : found;
  }

  /** Where the chips before had a counting word of their own, another counts other things. */
  private boolean isCountedAlike(String counter) {
    return chips.counters().isEmpty() || chips.counters().contains(counter);
  }

  private Amount completed(Elided elided, Amount amount) {
    Amount hours = chipHours.since(sentence - 1);
    if (amount.measure() == Measure.DURATION && hours != null) {
      Amount better = elided.chipHours(amount, hours.chip());
      return better == null ? amount : better;
    }
    Amount before = chips.since(sentence - 1);
    boolean same =
        before != null
            && Elided.isChips(amount)
            && amount.chip() == null
            && elided.isOfThem(amount);
    return before != null && same ? amount.of(before.chip()) : amount;
  }

  private void remember(Reading reading, Amount amount) {
    Last last =
        new Last(amount, Elided.times(reading, amount), sentence, Elided.counters(reading, amount));
    if (amount.measure() == Measure.COST) {
      money = last;
    } else if (amount.measure() == Measure.CHIPS) {
      named = new Named(amount.chip(), sentence);
      chips = Elided.isChips(amount) ? last : chips;
    } else if (amount.measure() == Measure.CHIP_HOURS) {
      chipHours = last;
    }
  }
}
