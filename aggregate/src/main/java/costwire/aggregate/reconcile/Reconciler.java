package costwire.aggregate.reconcile;

import costwire.aggregate.Finding;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.PriceBook;
import costwire.aggregate.implied.Reckoning;
import costwire.extract.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is said of one thing against each other and against the price book. Counts are settled
 * first, since the implied cost rests on them; then dollars, which are held against it.
 */
public final class Reconciler {
  /** Findings that a line carries at most. */
  public static final int MOST_FINDINGS = 20;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind).thenComparing(Finding::sentence);

  private final PriceBook book;

  public Reconciler(PriceBook book) {
    this.book = book;
  }

  /**
   * Chips, hours, chip-hours and prices without slips and odd counts.
   *
   * @param oneRun whether there is only one number of chips and of hours to tell
   */
  public Settlement counts(Ledger ledger, boolean oneRun) {
    Settlement settled =
        PowersOfTen.settle(Settlement.of(ledger), subject -> !isDollars(subject), null);
    return oneRun ? OddCounts.settle(settled) : settled;
  }

  private static boolean isDollars(Subject subject) {
    return subject.kind() == Subject.Kind.DOLLARS;
  }

  /**
   * Dollars without slips and other runs' costs, and with less weight on what was paid for more
   * than the run.
   *
   * @param implied what the settled counts come to; null where they come to nothing
   * @param elsewhere the company's lines on more than one run
   * @param otherRuns its other models' runs, by model; none where the line is of no model
   */
  public Settlement dollars(
      Settlement counts,
      Scope scope,
      @Nullable Reckoning implied,
      Supplier<List<Ledger>> elsewhere,
      Supplier<SortedMap<String, Ledger>> otherRuns) {
    Settlement settled =
        Conversions.settle(PowersOfTen.settle(counts, Reconciler::isDollars, implied), implied);
    return scope == Scope.TRAINING_RUN
        ? ScopeMixUps.settle(ModelMixUps.settle(settled, implied, otherRuns), implied, elsewhere)
        : settled;
  }

  /**
   * The ledger's sums that do not go with what chips and hours come to.
   *
   * @param implied null where they come to nothing: then no sum is looked at
   * @param looked at which of the sums to look
   */
  public Stream<Finding> prices(
      Scope scope, Ledger ledger, @Nullable Reckoning implied, Predicate<Voice> looked) {
    List<Voice> sums = ledger.counting(Subject.DOLLARS).stream().filter(looked).toList();
    return PriceBand.check(book, scope, sums, implied);
  }

  /** Each sentence once, with the claims of all who gave rise to it, in a fixed order. */
  public static List<Finding> together(Stream<Finding> findings) {
    SortedMap<Finding, TreeSet<String>> claims = new TreeMap<>(ORDER);
    findings.forEach(
        finding -> claims.computeIfAbsent(finding, f -> new TreeSet<>()).addAll(finding.claims()));
    List<Finding> together = new ArrayList<>();
    claims.forEach(
        (finding, ids) ->
            together.add(
                new Finding(
                    finding.kind(),
                    finding.sentence(),
                    ids.stream().limit(Tellers.MOST_CLAIMS).toList())));
    return together.subList(0, Math.min(MOST_FINDINGS, together.size()));
  }
}
