package costwire.aggregate.implied;

import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.extract.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chips x hours x price, or chips x purchase price. A factor that nobody told makes it null: it is
 * never made up.
 */
public final class ImpliedCost {
  /** What a site costs beside its chips, at most: 60 % again, in log10. */
  private static final double SITE = 0.2;

  private final PriceBook book;

  public ImpliedCost(PriceBook book) {
    this.book = book;
  }

  /**
   * What the ledgers' chips and hours come to.
   *
   * @param ledgers the line's own first; a quantity missing there is looked for in the next ones
   * @return null where a factor is missing
   */
  public @Nullable Reckoning of(Scope scope, List<Ledger> ledgers) {
    return switch (scope) {
      case HARDWARE -> bought(ledgers, 0);
      case INFRASTRUCTURE -> bought(ledgers, SITE);
      default -> rented(ledgers);
    };
  }

  private @Nullable Reckoning bought(List<Ledger> ledgers, double extra) {
    return counted(ledgers, Subject.Kind.CHIPS).stream()
        .map(count -> bought(count, extra))
        .filter(Objects::nonNull)
        .max(Comparator.comparing(Reckoning::best).thenComparing(r -> String.valueOf(r.chip())))
        .orElse(null);
  }

  private @Nullable Reckoning bought(Counted count, double extra) {
    Price price = book.price(count.chip(), Price.Kind.PURCHASE, firstDay(count.voices()));
    if (price == null) {
      return null;
    }
    Quantity chips = count.quantity();
    return new Reckoning(
        chips.best().multiply(price.best()),
        together(chips.below(), price.below()),
        together(chips.above(), price.above(), extra),
        count.chip(),
        chips.best(),
        null,
        null,
        null,
        count.voices());
  }

  private @Nullable Reckoning rented(List<Ledger> ledgers) {
    Counted total = heaviest(ledgers, Subject.Kind.CHIP_HOURS);
    Counted chips = heaviest(ledgers, Subject.Kind.CHIPS);
    Counted hours = heaviest(ledgers, Subject.Kind.HOURS);
    if (total == null && (chips == null || hours == null)) {
      return null;
    }
    return total != null ? rented(total, chips, hours, ledgers) : product(chips, hours, ledgers);
  }

  private @Nullable Reckoning product(
      @Nullable Counted chips, @Nullable Counted hours, List<Ledger> ledgers) {
    if (chips == null || hours == null) {
      return null;
    }
    Quantity one = chips.quantity();
    Quantity other = hours.quantity();
    Quantity both =
        new Quantity(
            one.best().multiply(other.best()),
            together(one.below(), other.below()),
            together(one.above(), other.above()));
    List<Voice> voices = new ArrayList<>(chips.voices());
    voices.addAll(hours.voices());
    return rented(new Counted(chips.chip(), both, voices), chips, hours, ledgers);
  }

  private @Nullable Reckoning rented(
      Counted total, @Nullable Counted chips, @Nullable Counted hours, List<Ledger> ledgers) {
    Price price = rate(total, ledgers);
    if (price == null) {
      return null;
    }
    Quantity chipHours = total.quantity();
    return new Reckoning(
        chipHours.best().multiply(price.best()),
        together(chipHours.below(), price.below()),
        together(chipHours.above(), price.above()),
        total.chip(),
        chips == null ? null : chips.quantity().best(),
        hours == null ? null : hours.quantity().best(),
        chipHours.best(),
        price,
        total.voices());
  }

  /** The book's price, or the one that somebody states within the book's band. */
  private @Nullable Price rate(Counted total, List<Ledger> ledgers) {
    Price price = book.price(total.chip(), Price.Kind.RENTAL, firstDay(total.voices()));
    Optional<Counted> stated =
        counted(ledgers, Subject.Kind.RATE).stream()
            .filter(rate -> rate.chip() == null || rate.chip().equals(total.chip()))
            .findFirst();
    return price == null || stated.isEmpty()
        ? price
        : price.stating(stated.get().quantity().best());
  }

  /** The quantity of the kind that most voices speak of; the larger of two alike. */
  private static @Nullable Counted heaviest(List<Ledger> ledgers, Subject.Kind kind) {
    return counted(ledgers, kind).stream()
        .max(
            Comparator.comparing(Counted::weight)
                .thenComparing(counted -> counted.quantity().best())
                .thenComparing(counted -> String.valueOf(counted.chip())))
        .orElse(null);
  }

  /** The quantities of the kind in the first ledger that has any, one a chip. */
  private static List<Counted> counted(List<Ledger> ledgers, Subject.Kind kind) {
    return ledgers.stream()
        .map(ledger -> counted(ledger, kind))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Counted> counted(Ledger ledger, Subject.Kind kind) {
    return ledger.voices().keySet().stream()
        .filter(subject -> subject.kind() == kind)
        .flatMap(subject -> Counted.of(subject, ledger.counting(subject)))
        .toList();
  }

  private static @Nullable LocalDate firstDay(List<Voice> voices) {
    return voices.stream()
        .map(Voice::firstAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
        .orElse(null);
  }

  /** Half-widths of independent factors add like the sides of a right angle. */
  private static double together(double... widths) {
    double squares = 0;
    for (double width : widths) {
      squares += width * width;
    }
    return StrictMath.sqrt(squares);
  }

  /** How much there is of a chip, or how long it ran, and who says so. */
  private record Counted(@Nullable String chip, Quantity quantity, List<Voice> voices) {
    static Stream<Counted> of(Subject subject, List<Voice> voices) {
      Quantity quantity = Quantity.of(voices, subject.kind());
      return quantity == null
          ? Stream.empty()
          : Stream.of(new Counted(subject.chip(), quantity, voices));
    }

    double weight() {
      return voices.stream().mapToDouble(Voice::weight).sum();
    }
  }
}
