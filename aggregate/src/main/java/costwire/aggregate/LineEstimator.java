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
import costwire.extract.Claim;
import costwire.extract.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of an estimate, from the claims on it and its neighbours. */
final class LineEstimator {
  /** Moments of a line's history that are kept: the newest. */
  static final int MOST_MOMENTS = 32;

  private final ImpliedCost implied;

  LineEstimator(PriceBook book) {
    this.implied = new ImpliedCost(book);
  }

  Estimate.Line line(CompanyClaims company, LineKey key) {
    Ledger ledger = company.ledger(key, null);
    Reckoning reckoning = reckoning(company, key, ledger, null);
    Weighing weighing = new Weighing(key.scope());
    return new Estimate.Line(
        key.model(),
        key.scope(),
        interval(weighing, ledger, reckoning),
        Statements.stated(ledger),
        reckoning == null ? null : reckoning.implied(),
        Agreements.of(ledger),
        Agreements.spread(ledger.counting(Subject.DOLLARS)),
        Statements.evidence(ledger),
        history(company, key, moments(company, key, ledger, reckoning), weighing),
        reckoning == null ? List.of() : reckoning.ways(),
        List.of());
  }

  private static @Nullable Interval interval(
      Weighing weighing, Ledger ledger, @Nullable Reckoning reckoning) {
    Percentiles percentiles =
        weighing.of(
            ledger.counting(Subject.DOLLARS), reckoning == null ? null : reckoning.kernel());
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
      ledgers.addAll(company.neighbours(key, moment));
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
      Ledger known = company.ledger(key, at);
      Interval now = interval(weighing, known, reckoning(company, key, known, at));
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
  private static List<Instant> moments(
      CompanyClaims company, LineKey key, Ledger ledger, @Nullable Reckoning reckoning) {
    TreeSet<Instant> moments = new TreeSet<>();
    Stream<Voice> implied = reckoning == null ? Stream.empty() : reckoning.voices().stream();
    Stream.concat(ledger.all().stream(), implied)
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
