package costwire.aggregate.implied;

import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much there is of a chip, or how long it ran, and who says so. */
record Counted(@Nullable String chip, Quantity quantity, List<Voice> voices) {
  /** The quantities of the kind in the first ledger that has any, one a chip. */
  static List<Counted> all(List<Ledger> ledgers, Subject.Kind kind) {
    return ledgers.stream()
        .map(ledger -> all(ledger, kind))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Counted> all(Ledger ledger, Subject.Kind kind) {
    return ledger.voices().keySet().stream()
        .filter(subject -> subject.kind() == kind)
        .flatMap(subject -> of(subject, ledger.counting(subject)))
        .toList();
  }

  private static Stream<Counted> of(Subject subject, List<Voice> voices) {
    Quantity quantity = Quantity.of(voices, subject.kind());
    return quantity == null
        ? Stream.empty()
        : Stream.of(new Counted(subject.chip(), quantity, voices));
  }

  /** The quantity of the kind that most voices speak of; the larger of two alike. */
  static @Nullable Counted heaviest(List<Ledger> ledgers, Subject.Kind kind) {
    return all(ledgers, kind).stream()
        .max(
            Comparator.comparing(Counted::weight)
                .thenComparing(counted -> counted.quantity().best())
                .thenComparing(counted -> String.valueOf(counted.chip())))
        .orElse(null);
  }

  private double weight() {
    return voices.stream().mapToDouble(Voice::weight).sum();
  }

  /** When it was first told; null where no mention bears a date. */
  @Nullable LocalDate firstDay() {
    return voices.stream()
        .map(Voice::firstAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
        .orElse(null);
  }
}
