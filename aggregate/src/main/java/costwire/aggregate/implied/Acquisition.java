package costwire.aggregate.implied;

import costwire.aggregate.Way;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.extract.Chips;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chips x purchase price. Different chips add up; a count of a whole family, of a maker's chips or
 * of chips of no name holds the counts of its members, and only what exceeds them is added.
 */
final class Acquisition {
  /** Counts are rounded: a whole that exceeds its parts by less than this share is their sum. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.1");

  private final PriceBook book;
  private final List<Counted> counts;

  private Acquisition(PriceBook book, List<Counted> counts) {
    this.book = book;
    this.counts = counts;
  }

  /**
   * What the ledgers' chips would cost.
   *
   * @param site what is paid for the building and its works, as a factor
   * @return null where nobody counts chips
   */
  static @Nullable Reckoning of(PriceBook book, List<Ledger> ledgers, Quantity site) {
    return new Acquisition(book, Counted.all(ledgers, Subject.Kind.CHIPS)).reckoned(site);
  }

  private @Nullable Reckoning reckoned(Quantity site) {
    List<Lot> lots =
        counts.stream().filter(count -> holder(count) == null).flatMap(this::lots).toList();
    return lots.stream()
        .map(Lot::cost)
        .reduce(Quantity::plus)
        .map(cost -> reckoned(lots, cost.times(site)))
        .orElse(null);
  }

  private static Reckoning reckoned(List<Lot> lots, Quantity cost) {
    List<Way.Term> terms = lots.stream().flatMap(lot -> lot.terms().stream()).toList();
    List<Voice> voices = lots.stream().flatMap(lot -> lot.count().voices().stream()).toList();
    return new Reckoning(
        cost,
        lots.size() == 1 ? lots.get(0).count().chip() : null,
        lots.stream()
            .map(lot -> lot.count().quantity().best())
            .reduce(BigDecimal::add)
            .orElse(null),
        null,
        null,
        null,
        voices,
        List.of(Ways.of(Way.Kind.ACQUISITION, cost, terms)));
  }

  /** The lots that the count comes to: those of its members, and its own beyond them. */
  private Stream<Lot> lots(Counted count) {
    List<Lot> parts =
        counts.stream().filter(other -> holder(other) == count).flatMap(this::lots).toList();
    BigDecimal whole = count.quantity().best();
    BigDecimal rest =
        parts.stream()
            .map(part -> part.count().quantity().best())
            .reduce(whole, BigDecimal::subtract);
    if (rest.compareTo(whole.multiply(ROUNDING)) < 0) {
      return parts.stream();
    }
    Quantity beyond = new Quantity(rest, count.quantity().below(), count.quantity().above());
    Lot own = lot(new Counted(count.chip(), beyond, count.voices()));
    return own == null ? parts.stream() : Stream.concat(Stream.of(own), parts.stream());
  }

  private @Nullable Lot lot(Counted count) {
    Price price = book.price(count.chip(), Price.Kind.PURCHASE, count.firstDay());
    return price == null ? null : new Lot(count, price);
  }

  /** The narrowest other count that holds this one's chips; null if none does. */
  private @Nullable Counted holder(Counted count) {
    String chip = count.chip();
    if (chip == null) {
      return null;
    }
    List<@Nullable String> wider = new ArrayList<>(Chips.standard().lineage(chip));
    wider.remove(0);
    wider.add(null);
    for (String kind : wider) {
      for (Counted other : counts) {
        if (Objects.equals(other.chip(), kind)) {
          return other;
        }
      }
    }
    return null;
  }

  /** So many of one chip at one price. */
  private record Lot(Counted count, Price price) {
    Quantity cost() {
      return count.quantity().times(price.quantity());
    }

    List<Way.Term> terms() {
      return List.of(
          Ways.told("chips", count, "chips"), Ways.priced("purchase", price, "USD per chip"));
    }
  }
}
