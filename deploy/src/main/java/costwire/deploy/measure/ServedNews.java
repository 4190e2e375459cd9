package costwire.deploy.measure;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimator;
import costwire.extract.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** What the measured server holds: claims by the number, and the estimates that they add up to. */
final class ServedNews {
  /** A claim in so many is told in an alert. */
  private static final int ALERTED = 10;

  /** Far enough apart that articles in a row are not about neighbours in a list. */
  private static final int STRIDE = 7_919;

  private final Estimator estimator;
  private final ClaimMix mix;

  /** By company, what is said of it. */
  private final List<List<Claim>> claims;

  /** An article that comes while others read: its claims and the estimate that they move. */
  record Article(List<Claim> claims, Estimate estimate) {
    Article {
      claims = List.copyOf(claims);
    }
  }

  /**
   * @param total claims, shared out among the companies
   */
  ServedNews(Estimator estimator, ClaimMix mix, int companies, int total) {
    this.estimator = estimator;
    this.mix = mix;
    this.claims =
        IntStream.range(0, companies)
            .mapToObj(company -> share(company, companies, total))
            .toList();
  }

  private List<Claim> share(int company, int companies, int total) {
    int own = total / companies + (company < total % companies ? 1 : 0);
    List<Claim> share = new ArrayList<>();
    IntStream.range(0, own).forEach(number -> share.add(mix.claim(company, number)));
    return share;
  }

  /** All claims as they stand now. */
  List<Claim> claims() {
    return claims.stream().flatMap(List::stream).toList();
  }

  /**
   * The estimate of each company.
   *
   * @param done told how many there are, one by one
   */
  List<Estimate> estimates(IntConsumer done) {
    List<Estimate> estimates = new ArrayList<>();
    for (int company = 0; company < claims.size(); company++) {
      estimates.add(estimate(company));
      done.accept(estimates.size());
    }
    return estimates;
  }

  private Estimate estimate(int company) {
    List<Claim> own = claims.get(company);
    return estimator.estimate(own.get(0).companyId(), own, null);
  }

  /** Alerts of one claim in ten, each with the line as it stands in the estimates. */
  List<Alert> alerts(List<Estimate> estimates) {
    List<Alert> alerts = new ArrayList<>();
    for (int company = 0; company < claims.size(); company++) {
      Estimate estimate = estimates.get(company);
      for (int number = 0; number < claims.get(company).size(); number += ALERTED) {
        Claim claim = claims.get(company).get(number);
        estimate.lines().stream()
            .filter(line -> claim.scope() == line.scope())
            .filter(line -> String.valueOf(claim.model()).equals(line.model()))
            .findFirst()
            .ifPresent(line -> alerts.add(alert(claim, line)));
      }
    }
    return alerts;
  }

  private static Alert alert(Claim claim, Estimate.Line line) {
    Estimate.Stated stated = line.stated();
    return new Alert(
        "alert-" + claim.id(),
        claim.publishedAt() == null ? Instant.EPOCH : claim.publishedAt(),
        claim.companyId(),
        String.valueOf(claim.company()),
        Alert.Kind.NEW_CLAIM,
        new Alert.Line(line.model(), line.scope()),
        null,
        new Alert.State(line.usd(), line.agreement(), stated == null ? 1 : stated.claims()),
        claim.publisher() + " says " + claim.quote() + " for " + line.model() + ".",
        List.of(claim.id()),
        null);
  }

  /** The next articles, each on another company as long as there are others. */
  List<Article> articles(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> article((int) ((long) i * STRIDE % claims.size())))
        .toList();
  }

  private Article article(int company) {
    List<Claim> own = claims.get(company);
    int next = own.size();
    List<Claim> told =
        IntStream.range(next, next + ClaimMix.TO_AN_ARTICLE)
            .mapToObj(number -> mix.claim(company, number))
            .toList();
    own.addAll(told);
    return new Article(told, estimate(company));
  }
}
