package costwire.aggregate.implied;

import costwire.aggregate.Way;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chip-hours, or chips x hours, that somebody rents or that their owner pays for. */
record Usage(Counted total, @Nullable Counted chips, @Nullable Counted hours) {
  /** What the ledgers tell; null where a factor is missing. */
  static @Nullable Usage of(List<Ledger> ledgers) {
    Counted total = Counted.heaviest(ledgers, Subject.Kind.CHIP_HOURS);
    Counted chips = Counted.heaviest(ledgers, Subject.Kind.CHIPS);
    Counted hours = Counted.heaviest(ledgers, Subject.Kind.HOURS);
    if (total != null) {
      return new Usage(total, chips, hours);
    }
    return chips == null || hours == null ? null : product(chips, hours);
  }

  private static Usage product(Counted chips, Counted hours) {
    List<Voice> voices = new ArrayList<>(chips.voices());
    voices.addAll(hours.voices());
    Quantity both = chips.quantity().times(hours.quantity());
    return new Usage(new Counted(chips.chip(), both, voices), chips, hours);
  }

  /** The cost of renting, and beside it that of owning. */
  @Nullable Reckoning priced(PriceBook book, Ownership ownership, List<Ledger> ledgers) {
    Price rent = rate(book, ledgers);
    if (rent == null) {
      return null;
    }
    Quantity cost = total.quantity().times(rent.quantity());
    List<Way> ways = new ArrayList<>();
    List<Way.Term> rented = List.of(Ways.priced("rental", rent, "USD per chip-hour"));
    ways.add(Ways.of(Way.Kind.RENTAL, cost, Ways.with(terms(), rented)));
    Price price = book.price(total.chip(), Price.Kind.PURCHASE, total.firstDay());
    if (price != null) {
      ways.add(owned(ownership, price));
    }
    return new Reckoning(
        cost, total.chip(), best(chips), best(hours), total.quantity(), rent, total.voices(), ways);
  }

  private Way owned(Ownership ownership, Price price) {
    Quantity hour = ownership.hour(total.chip(), price);
    List<Way.Term> terms = new ArrayList<>(terms());
    terms.add(Ways.reckoned("ownership", total.chip(), hour, "USD per chip-hour"));
    terms.addAll(ownership.terms(total.chip(), price));
    return Ways.of(Way.Kind.AMORTISED, total.quantity().times(hour), terms);
  }

  private List<Way.Term> terms() {
    return List.of(Ways.told("chip-hours", total, "chip-hours"));
  }

  /** The book's price, or the one that somebody states within the book's band. */
  private @Nullable Price rate(PriceBook book, List<Ledger> ledgers) {
    Price price = book.price(total.chip(), Price.Kind.RENTAL, total.firstDay());
    if (price == null) {
      return null;
    }
    return Counted.all(ledgers, Subject.Kind.RATE).stream()
        .filter(rate -> rate.chip() == null || rate.chip().equals(total.chip()))
        .findFirst()
        .map(rate -> price.stating(rate.quantity().best()))
        .orElse(price);
  }

  private static @Nullable BigDecimal best(@Nullable Counted counted) {
    return counted == null ? null : counted.quantity().best();
  }
}
