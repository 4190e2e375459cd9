package costwire.aggregate;

import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Stated;
import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Mention;
import costwire.aggregate.evidence.Piece;
import costwire.aggregate.evidence.Roll;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.posterior.Percentiles;
import costwire.aggregate.reconcile.Settlement;
import costwire.extract.Claim;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
          .thenComparing(Entry::mention);

  private Statements() {}

  /** The outer ends and the middle of what is said in dollars; null where nothing counts. */
  static @Nullable Stated stated(Ledger ledger, Roll roll) {
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
        ledger.on(Subject.DOLLARS).stream().mapToInt(voice -> mentions(voice, roll)).sum());
  }

  private static int mentions(Voice voice, Roll roll) {
    return voice.mentions().stream().mapToInt(lead -> piece(roll, lead).mentions()).sum();
  }

  private static Piece piece(Roll roll, Claim lead) {
    return Objects.requireNonNull(roll.pieces().get(lead.id()));
  }

  private static @Nullable BigDecimal toTheCent(@Nullable BigDecimal amount) {
    return amount == null ? null : Percentiles.plain(amount.setScale(2, RoundingMode.HALF_EVEN));
  }

  private static Stream<BigDecimal> ends(Stream<@Nullable BigDecimal> ends) {
    return ends.filter(Objects::nonNull).map(end -> Objects.requireNonNull(end));
  }

  /** The figures in dollars that count or were struck, by the least amount first. */
  static List<Curve.Statement> inDollars(Settlement settlement, Roll roll) {
    return settlement.ledger().on(Subject.DOLLARS).stream()
        .filter(voice -> voice.counts() || settlement.struck().contains(voice.lead().id()))
        .sorted(
            Comparator.<Voice>comparingDouble(voice -> voice.figure().logCentre())
                .thenComparing(voice -> voice.lead().id()))
        .map(voice -> inDollars(voice, roll))
        .toList();
  }

  private static Curve.Statement inDollars(Voice voice, Roll roll) {
    return new Curve.Statement(
        voice.name(Subject.DOLLARS),
        voice.speaker().name(),
        toTheCent(voice.figure().low()),
        toTheCent(voice.figure().high()),
        voice.figure().about(),
        weight(voice.weight()),
        voice.lead().id(),
        mentions(voice, roll));
  }

  /**
   * The claims of the line, those that weigh most first; of each piece the earliest. As many as are
   * published, and all that lead voices that count, for alerts to tell what is new among them.
   */
  static List<Evidence> evidence(Ledger ledger, Roll roll) {
    List<Entry> entries = new ArrayList<>();
    ledger
        .voices()
        .forEach((subject, voices) -> voices.forEach(v -> add(entries, subject, v, roll)));
    ledger.silent().forEach(lead -> add(entries, piece(roll, lead), 0, null));
    long counting = entries.stream().filter(entry -> entry.weight().signum() > 0).count();
    return entries.stream()
        .sorted(INDEPENDENT_FIRST)
        .limit(Math.max(Evidence.MOST, counting))
        .map(entry -> new Evidence(entry.mention().claim(), entry.weight(), entry.voice()))
        .toList();
  }

  private static void add(List<Entry> entries, Subject subject, Voice voice, Roll roll) {
    String name = voice.name(subject);
    Mention lead = new Mention(voice.lead().id(), voice.lead().publishedAt());
    entries.add(new Entry(lead, true, weight(voice.weight()), name));
    int own = 1;
    for (Claim piece : voice.mentions()) {
      add(entries, piece(roll, piece), own, name);
      own = 0;
    }
  }

  /** Those that tell a piece and lead no voice. */
  private static void add(List<Entry> entries, Piece piece, int from, @Nullable String voice) {
    piece.first().stream()
        .skip(from)
        .forEach(mention -> entries.add(new Entry(mention, false, BigDecimal.ZERO, voice)));
  }

  private static BigDecimal weight(double weight) {
    BigDecimal rounded = BigDecimal.valueOf(weight).setScale(2, RoundingMode.HALF_UP);
    return Percentiles.rounded(rounded);
  }

  private record Entry(Mention mention, boolean leads, BigDecimal weight, @Nullable String voice) {}
}
