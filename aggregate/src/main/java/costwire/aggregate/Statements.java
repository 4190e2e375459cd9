package costwire.aggregate;

import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Stated;
import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.posterior.Percentiles;
import costwire.extract.Claim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said in a line, and by which claims. */
final class Statements {
  private static final Comparator<Entry> INDEPENDENT_FIRST =
      Comparator.<Entry, Boolean>comparing(entry -> entry.weight().signum() == 0)
          .thenComparing(Entry::weight, Comparator.reverseOrder())
          .thenComparing(entry -> !entry.leads())
          .thenComparing(
              entry -> entry.claim().publishedAt(),
              Comparator.<@Nullable Instant>nullsLast(Comparator.naturalOrder()))
          .thenComparing(entry -> entry.claim().id());

  private Statements() {}

  /** The outer ends and the middle of what is said in dollars; null where nothing counts. */
  static @Nullable Stated stated(Ledger ledger) {
    List<Voice> voices = ledger.counting(Subject.DOLLARS);
    if (voices.isEmpty()) {
      return null;
    }
    List<Figure> figures = voices.stream().map(Voice::figure).toList();
    List<BigDecimal> points =
        figures.stream()
            .filter(figure -> figure.shape() == Figure.Shape.POINT)
            .map(Figure::low)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    BigDecimal low =
        ends(figures.stream().map(Figure::low)).min(BigDecimal::compareTo).orElse(null);
    BigDecimal high =
        ends(figures.stream().map(Figure::high)).max(BigDecimal::compareTo).orElse(null);
    boolean crossed = low != null && high != null && low.compareTo(high) > 0;
    return new Stated(
        toTheCent(crossed ? high : low),
        toTheCent(points.isEmpty() ? null : points.get((points.size() - 1) / 2)),
        toTheCent(crossed ? low : high),
        voices.size(),
        (int) voices.stream().map(Voice::speaker).distinct().count(),
        ledger.on(Subject.DOLLARS).stream().mapToInt(voice -> voice.mentions().size()).sum());
  }

  private static @Nullable BigDecimal toTheCent(@Nullable BigDecimal amount) {
    return amount == null ? null : Percentiles.plain(amount.setScale(2, RoundingMode.HALF_EVEN));
  }

  private static Stream<BigDecimal> ends(Stream<@Nullable BigDecimal> ends) {
    return ends.filter(Objects::nonNull).map(end -> Objects.requireNonNull(end));
  }

  /** The claims of the line, those that weigh most first. */
  static List<Evidence> evidence(Ledger ledger) {
    List<Entry> entries = new ArrayList<>();
    ledger.voices().forEach((subject, voices) -> voices.forEach(v -> add(entries, subject, v)));
    ledger.silent().forEach(claim -> entries.add(new Entry(claim, false, BigDecimal.ZERO, null)));
    return entries.stream()
        .sorted(INDEPENDENT_FIRST)
        .limit(Evidence.MOST)
        .map(entry -> new Evidence(entry.claim().id(), entry.weight(), entry.voice()))
        .toList();
  }

  private static void add(List<Entry> entries, Subject subject, Voice voice) {
    String name = voice.name(subject);
    entries.add(new Entry(voice.lead(), true, weight(voice.weight()), name));
    voice.mentions().stream()
        .skip(1)
        .forEach(claim -> entries.add(new Entry(claim, false, BigDecimal.ZERO, name)));
  }

  private static BigDecimal weight(double weight) {
    BigDecimal rounded = BigDecimal.valueOf(weight).setScale(2, RoundingMode.HALF_UP);
    return Percentiles.rounded(rounded);
  }

  private record Entry(Claim claim, boolean leads, BigDecimal weight, @Nullable String voice) {}
}
