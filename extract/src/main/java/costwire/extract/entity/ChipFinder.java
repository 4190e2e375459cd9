package costwire.extract.entity;

import costwire.extract.Bound;
import costwire.extract.catalogue.Catalogue;
import costwire.extract.catalogue.Chip;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.number.Quantity;
import costwire.extract.number.QuantityParser;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Finds chips, counted or only named, and chip-hours. A count may stand before the chip (512 H800
 * chips) or behind it (H800芯片2048块).
 */
public final class ChipFinder extends AmountFinder {
  /** Nobody has as many: what the number counts is money (a chip of three billions). */
  private static final BigDecimal BEYOND = BigDecimal.valueOf(100_000_000);

  /** So many hours are longer than a year: they are hours of many chips. */
  private static final BigDecimal MANY_HOURS = BigDecimal.valueOf(10_000);

  private final Catalogue catalogue;

  public ChipFinder(Lexicon lexicon, Catalogue catalogue) {
    super(lexicon);
    this.catalogue = catalogue;
  }

  @Override
  Search search(Reading reading) {
    return new Counts(reading, new ChipPhrases(reading, catalogue));
  }

  private final class Counts implements Search {
    private final Reading reading;
    private final ChipPhrases phrases;
    private final QuantityParser numbers;
    private final Limits limits;
    private final Hosts hosts;

    Counts(Reading reading, ChipPhrases phrases) {
      this.reading = reading;
      this.phrases = phrases;
      this.numbers = new QuantityParser(reading);
      this.limits = Limits.ofChips(reading);
      this.hosts = new Hosts(reading, phrases, numbers);
    }

    @Override
    public @Nullable Amount at(int token) {
      ChipPhrase named = phrases.startingAt(token);
      if (named != null) {
        Amount counted = countBehind(named);
        Chip chip = named.chip();
        if (counted != null || chip == null) {
          return counted;
        }
        return Amount.chip(named.from(), named.to(), chip);
      }
      Quantity quantity = numbers.parse(token);
      return quantity == null ? null : countBefore(token, quantity);
    }

    private @Nullable Amount countBefore(int token, Quantity quantity) {
      int at = numbers.skipStop(quantity.to());
      Bound inner = null;
      Mark limit = limits.behindMark(at);
      if (limit == null) {
        // 10万基超のGPU: the limit stands behind the counting word.
        Mark counter = reading.longest(at, Lexeme.Counter.class);
        limit = counter == null ? null : limits.behindMark(counter.to());
      }
      if (limit != null) {
        inner = Limits.bound((Lexeme.Limit) limit.lexeme());
        at = limit.to();
      }
      Amount hours = chipTime(token, quantity, at, inner);
      if (hours != null) {
        return hours;
      }
      Hosts.Held held = quantity.year() ? null : hosts.behind(at, quantity);
      if (held != null) {
        Quantity all = quantity.times(held.each());
        Bound bound = limits.bound(all, token, quantity.to(), inner);
        return Amount.chips(token, held.to(), all, bound, held.chips().chip());
      }
      if (quantity.low().compareTo(BEYOND) > 0) {
        return null;
      }
      ChipPhrase phrase = phrases.behindCount(at, quantity);
      if (phrase == null || isYear(token, quantity, phrase) || countsHosts(at, phrase)) {
        return null;
      }
      return hosts.isEach(token, phrase.to())
          ? inMachinesBehind(token, quantity, phrase)
          : chips(token, phrase.to(), quantity, phrase, inner);
    }

    /** 8 GPUs per node make a count only with the number of nodes. */
    private @Nullable Amount inMachinesBehind(int from, Quantity each, ChipPhrase phrase) {
      Quantity machines = each.isRange() ? null : hosts.machinesBehind(phrase.to());
      if (machines == null) {
        return null;
      }
      Quantity all = machines.times(each.low());
      Bound bound = limits.bound(all, machines.from(), machines.to(), null);
      return Amount.chips(from, machines.to(), all, bound, phrase.chip());
    }

    /** 16 H100 servers are no 16 chips; an 8-GPU server has eight. */
    private boolean countsHosts(int at, ChipPhrase phrase) {
      Chip chip = phrase.chip();
      boolean isSystem = chip != null && chip.holds() != null;
      boolean hyphen = at < reading.size() && reading.norm(at).equals("-");
      return !isSystem && !hyphen && hosts.isHost(phrase.to());
    }

    /** "in 2024 H100 prices": a year stands off from the noun or behind a preposition. */
    private boolean isYear(int token, Quantity quantity, ChipPhrase phrase) {
      return quantity.year()
          && (phrase.from() > quantity.to() + 1 || (token > 0 && phrases.isSmallWord(token - 1)));
    }

    private Amount chips(
        int from, int to, Quantity quantity, ChipPhrase phrase, @Nullable Bound inner) {
      Chip chip = phrase.chip();
      Quantity count = quantity;
      Integer holds = chip == null ? null : chip.holds();
      if (chip != null && holds != null) {
        count = quantity.times(BigDecimal.valueOf(holds));
        String of = chip.of();
        chip = of == null ? chip : catalogue.chip(of);
      }
      return Amount.chips(from, to, count, limits.bound(count, from, to, inner), chip);
    }

    /** Hours of chips: GPU hours, H800-Stunden, ώρες GPU, (millones) de horas de GPU. */
    private @Nullable Amount chipTime(int from, Quantity quantity, int at, @Nullable Bound inner) {
      ChipPhrases.Time direct = phrases.timeAt(at);
      Mark of = direct == null ? reading.longest(at, Lexeme.Of.class) : null;
      ChipPhrases.Time time = of == null ? direct : phrases.timeAt(of.to());
      if (time == null && quantity.low().compareTo(MANY_HOURS) >= 0) {
        time = phrases.hoursOn(of == null ? at : of.to());
      }
      if (time == null) {
        return null;
      }
      Quantity hours = quantity.times(time.hours());
      Bound bound = limits.bound(hours, from, time.to(), inner);
      return Amount.chipHours(from, time.to(), hours, bound, time.chip());
    }

    /** A count behind its chip needs a counting word, or nothing else between the two. */
    private @Nullable Amount countBehind(ChipPhrase named) {
      int at = phrases.skipToCount(named.to());
      Quantity quantity = at < reading.size() ? numbers.parse(at) : null;
      if (quantity == null) {
        return null;
      }
      int end = numbers.skipStop(quantity.to());
      Bound inner = null;
      Mark limit = limits.behindMark(end);
      if (limit != null) {
        inner = Limits.bound((Lexeme.Limit) limit.lexeme());
        end = limit.to();
      }
      Mark counter = reading.longest(end, Lexeme.Counter.class);
      if (counter == null || phrases.startingAt(counter.to()) != null) {
        return null;
      }
      Bound before = limits.bound(quantity, at, counter.to(), inner);
      Amount counted = chips(named.from(), counter.to(), quantity, named, inner);
      return before == Bound.EXACT ? counted : counted.limited(before);
    }
  }
}
