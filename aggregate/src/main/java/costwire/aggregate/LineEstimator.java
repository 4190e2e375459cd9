package costwire.aggregate;

import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.Estimate.Moment;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.LineKey;
import costwire.aggregate.evidence.Piece;
import costwire.aggregate.evidence.Roll;
import costwire.aggregate.evidence.Run;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.ImpliedCost;
import costwire.aggregate.implied.PriceBook;
import costwire.aggregate.implied.Reckoning;
import costwire.aggregate.posterior.Kernel;
import costwire.aggregate.posterior.Percentiles;
import costwire.aggregate.posterior.Posterior;
import costwire.aggregate.posterior.Weighing;
import costwire.aggregate.reconcile.Reconciler;
import costwire.aggregate.reconcile.Settlement;
import costwire.extract.Claim;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of an estimate, from the claims on it and its neighbours. */
final class LineEstimator {
  /** Moments of a line's history that are kept: the newest. */
  static final int MOST_MOMENTS = 32;

  private final ImpliedCost implied;
  private final Reconciler reconciler;

  LineEstimator(PriceBook book) {
    this.implied = new ImpliedCost(book);
    this.reconciler = new Reconciler(book);
  }

  /** A line's voices with the weights that they are left with, and what their counts come to. */
  private record Standing(Settlement settlement, @Nullable Reckoning reckoning) {
    Ledger ledger() {
      return settlement.ledger();
    }
  }

  Estimate.Line line(CompanyEvidence company, LineKey key) {
    Standing standing = standing(company, key, null);
    Ledger ledger = standing.ledger();
    Reckoning reckoning = standing.reckoning();
    Weighing weighing = new Weighing(key.scope());
    return new Estimate.Line(
        key.model(),
        key.scope(),
        interval(weighing, standing),
        modes(weighing, standing),
        Statements.stated(ledger, company.roll(key)),
        reckoning == null ? null : reckoning.implied(),
        Agreements.of(ledger),
        Agreements.spread(ledger.counting(Subject.DOLLARS)),
        Statements.evidence(ledger, company.roll(key)),
        history(company, key, moments(company, key, standing), weighing),
        reckoning == null ? List.of() : reckoning.ways(),
        findings(company, key, standing));
  }

  /** The line's voices with the weights that findings leave them. */
  Ledger settled(CompanyEvidence company, LineKey key) {
    return standing(company, key, null).ledger();
  }

  /** The line's posterior and the figures in dollars that it rests on, on one axis. */
  Curve curve(CompanyEvidence company, LineKey key) {
    Standing standing = standing(company, key, null);
    Posterior posterior = posterior(new Weighing(key.scope()), standing);
    return new Curve(
        key.model(),
        key.scope(),
        posterior == null ? List.of() : posterior.curve().stream().map(Curve.Point::of).toList(),
        Statements.inDollars(standing.settlement(), company.roll(key)));
  }

  private Standing standing(CompanyEvidence company, LineKey key, @Nullable Instant moment) {
    boolean oneRun = key.scope() == Scope.TRAINING_RUN && key.model() != null;
    Settlement own = reconciler.counts(company.ledger(key, moment), oneRun);
    Reckoning reckoning = reckoning(company, key, own.ledger(), moment);
    Settlement settled =
        reconciler.dollars(
            own,
            key.scope(),
            reckoning,
            () -> company.beyondRuns(moment),
            () -> company.otherRuns(key, moment));
    return new Standing(settled, reckoning);
  }

  /** What is wrong with the line as it stands, and with the articles on it, each by itself. */
  private List<Finding> findings(CompanyEvidence company, LineKey key, Standing standing) {
    List<Finding> articles = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Run run : company.runs(key)) {
      for (Finding finding : ofArticle(key.scope(), run, standing.settlement().struck())) {
        articles.add(finding);
        said.addAll(run.leads(finding.claims()));
      }
    }
    Stream<Finding> across = key.model() == null ? Stream.empty() : across(key, standing, said);
    Stream<Finding> settled = standing.settlement().findings().stream();
    return Reconciler.together(Stream.of(settled, across, articles.stream()).flatMap(all -> all));
  }

  /**
   * Sums that no article tells with chips and hours of its own, held against those of the others.
   * Without a model they may be about different things.
   */
  private Stream<Finding> across(LineKey key, Standing standing, Set<String> said) {
    return reconciler.prices(
        key.scope(),
        standing.ledger(),
        standing.reckoning(),
        sum -> sum.mentions().stream().noneMatch(claim -> said.contains(claim.id())));
  }

  private List<Finding> ofArticle(Scope scope, Run run, Set<String> struck) {
    Ledger article = Ledger.of(run.roll()).striking(run.claims(struck));
    return article.counting(Subject.DOLLARS).isEmpty()
        ? List.of()
        : reconciler
            .prices(scope, article, implied.of(scope, List.of(article)), sum -> true)
            .toList();
  }

  private static @Nullable Interval interval(Weighing weighing, Standing standing) {
    Percentiles percentiles =
        weighing.of(standing.ledger().counting(Subject.DOLLARS), kernel(standing.reckoning()));
    return percentiles == null
        ? null
        : new Interval(
            Percentiles.amount(percentiles.low()),
            Percentiles.amount(percentiles.median()),
            Percentiles.amount(percentiles.high()));
  }

  private static List<BigDecimal> modes(Weighing weighing, Standing standing) {
    Posterior posterior = posterior(weighing, standing);
    List<Double> modes = posterior == null ? List.of() : posterior.modes();
    return modes.size() < 2 ? List.of() : modes.stream().map(Percentiles::amount).toList();
  }

  private static @Nullable Posterior posterior(Weighing weighing, Standing standing) {
    return weighing.centre(
        standing.ledger().counting(Subject.DOLLARS), kernel(standing.reckoning()));
  }

  private static @Nullable Kernel kernel(@Nullable Reckoning reckoning) {
    return reckoning == null ? null : reckoning.kernel();
  }

  /** A model's chips and hours may come from anywhere; those of no model from one article only. */
  private @Nullable Reckoning reckoning(
      CompanyEvidence company, LineKey key, Ledger own, @Nullable Instant moment) {
    boolean counted = key.scope() == Scope.HARDWARE || key.scope() == Scope.INFRASTRUCTURE;
    if (counted || key.model() != null) {
      List<Ledger> ledgers = new ArrayList<>();
      ledgers.add(own);
      company.neighbours(key, moment).stream()
          .map(neighbour -> reconciler.counts(neighbour, false).ledger())
          .forEach(ledgers::add);
      return implied.of(key.scope(), ledgers);
    }
    return company.runs(key).stream()
        .map(run -> implied.of(key.scope(), List.of(Ledger.of(run.roll().knownBy(moment)))))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The line as it stood whenever new evidence had come, where that moved it. */
  private List<Moment> history(
      CompanyEvidence company, LineKey key, List<Instant> moments, Weighing weighing) {
    List<Moment> history = new ArrayList<>();
    Interval before = null;
    for (Instant at : moments) {
      Interval now = interval(weighing, standing(company, key, at));
      if (now != null && !now.equals(before)) {
        history.add(
            new Moment(
                at,
                Objects.requireNonNull(now.low()),
                Objects.requireNonNull(now.best()),
                Objects.requireNonNull(now.high())));
      }
      before = now;
    }
    return history;
  }

  /** When something new was last said, though it were planned or beyond sense. */
  static Optional<Instant> newest(Roll roll) {
    return roll.pieces().values().stream()
        .map(Piece::lead)
        .map(Claim::publishedAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo);
  }

  /** When a voice was first heard, and when anything new last was. */
  private static List<Instant> moments(CompanyEvidence company, LineKey key, Standing standing) {
    TreeSet<Instant> moments = new TreeSet<>();
    Reckoning reckoning = standing.reckoning();
    Stream<Voice> implied = reckoning == null ? Stream.empty() : reckoning.voices().stream();
    Stream.concat(standing.ledger().all().stream(), implied)
        .map(Voice::firstAt)
        .filter(Objects::nonNull)
        .forEach(moments::add);
    newest(company.roll(key)).ifPresent(moments::add);
    company.beyondIfLooked(key).forEach(roll -> newest(roll).ifPresent(moments::add));
    List<Instant> all = List.copyOf(moments);
    return all.subList(Math.max(0, all.size() - MOST_MOMENTS), all.size());
  }
}
