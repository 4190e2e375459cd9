package costwire.aggregate;

import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.Estimate.Moment;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.ImpliedCost;
import costwire.aggregate.implied.PriceBook;
import costwire.aggregate.implied.Reckoning;
import costwire.aggregate.posterior.Percentiles;
import costwire.aggregate.posterior.Weighing;
import costwire.aggregate.reconcile.Reconciler;
import costwire.aggregate.reconcile.Settlement;
import costwire.extract.Claim;
import costwire.extract.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of an estimate, from the claims on it and its neighbours. */
final class LineEstimator {
  /** Moments of a line's history that are kept: the newest. */
  static final int MOST_MOMENTS = 32;

  /** Articles that are held against the price book one by one: the oldest. */
  private static final int MOST_ARTICLES = 32;

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

  Estimate.Line line(CompanyClaims company, LineKey key) {
    Standing standing = standing(company, key, null);
    Ledger ledger = standing.ledger();
    Reckoning reckoning = standing.reckoning();
    Weighing weighing = new Weighing(key.scope());
    return new Estimate.Line(
        key.model(),
        key.scope(),
        interval(weighing, standing),
        Statements.stated(ledger),
        reckoning == null ? null : reckoning.implied(),
        Agreements.of(ledger),
        Agreements.spread(ledger.counting(Subject.DOLLARS)),
        Statements.evidence(ledger),
        history(company, key, moments(company, key, standing), weighing),
        reckoning == null ? List.of() : reckoning.ways(),
        findings(company, key, standing));
  }

  private Standing standing(CompanyClaims company, LineKey key, @Nullable Instant moment) {
    boolean oneRun = key.scope() == Scope.TRAINING_RUN && key.model() != null;
    Settlement own = reconciler.counts(company.ledger(key, moment), oneRun);
    Reckoning reckoning = reckoning(company, key, own.ledger(), moment);
    Settlement settled =
        reconciler.dollars(own, key.scope(), reckoning, () -> company.beyondRuns(moment));
    return new Standing(settled, reckoning);
  }

  /** What is wrong with the line as it stands, and with the articles on it, each by itself. */
  private List<Finding> findings(CompanyClaims company, LineKey key, Standing standing) {
    List<Finding> articles =
        company.runs(key).stream()
            .limit(MOST_ARTICLES)
            .map(run -> Ledger.of(run).striking(standing.settlement().struck()))
            .filter(article -> !article.counting(Subject.DOLLARS).isEmpty())
            .flatMap(article -> ofArticle(key.scope(), article))
            .toList();
    Stream<Finding> across = key.model() == null ? Stream.empty() : across(key, standing, articles);
    Stream<Finding> settled = standing.settlement().findings().stream();
    return Reconciler.together(Stream.of(settled, across, articles.stream()).flatMap(all -> all));
  }

  /**
   * Sums that no article tells with chips and hours of its own, held against those of the others.
   * Without a model they may be about different things.
   */
  private Stream<Finding> across(LineKey key, Standing standing, List<Finding> articles) {
    Set<String> said =
        articles.stream().flatMap(f -> f.claims().stream()).collect(Collectors.toSet());
    return reconciler.prices(
        key.scope(),
        standing.ledger(),
        standing.reckoning(),
        sum -> sum.mentions().stream().noneMatch(claim -> said.contains(claim.id())));
  }

  private Stream<Finding> ofArticle(Scope scope, Ledger article) {
    return reconciler.prices(scope, article, implied.of(scope, List.of(article)), sum -> true);
  }

  private static @Nullable Interval interval(Weighing weighing, Standing standing) {
    Reckoning reckoning = standing.reckoning();
    Percentiles percentiles =
        weighing.of(
            standing.ledger().counting(Subject.DOLLARS),
            reckoning == null ? null : reckoning.kernel());
    return percentiles == null
        ? null
        : new Interval(
            Percentiles.amount(percentiles.low()),
            Percentiles.amount(percentiles.median()),
            Percentiles.amount(percentiles.high()));
  }

  /** A model's chips and hours may come from anywhere; those of no model from one article only. */
  private @Nullable Reckoning reckoning(
      CompanyClaims company, LineKey key, Ledger own, @Nullable Instant moment) {
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
        .map(run -> implied.of(key.scope(), List.of(Ledger.of(run.knownBy(moment)))))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The line as it stood whenever new evidence had come, where that moved it. */
  private List<Moment> history(
      CompanyClaims company, LineKey key, List<Instant> moments, Weighing weighing) {
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

  /** When a voice was first heard, and when anything last was. */
  private static List<Instant> moments(CompanyClaims company, LineKey key, Standing standing) {
    TreeSet<Instant> moments = new TreeSet<>();
    Reckoning reckoning = standing.reckoning();
    Stream<Voice> implied = reckoning == null ? Stream.empty() : reckoning.voices().stream();
    Stream.concat(standing.ledger().all().stream(), implied)
        .map(Voice::firstAt)
        .filter(Objects::nonNull)
        .forEach(moments::add);
    company.claims(key).stream()
        .map(Claim::publishedAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .ifPresent(moments::add);
    List<Instant> all = List.copyOf(moments);
    return all.subList(Math.max(0, all.size() - MOST_MOMENTS), all.size());
  }
}
