package costwire.deploy.serve;

import costwire.aggregate.Estimate;
import costwire.extract.Affiliations;
import costwire.extract.Claim;
import costwire.extract.Scope;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/estimates}. */
final class EstimateRoutes implements Routes {
  /** The arithmetic, for estimates as of a date that is no more. */
  @FunctionalInterface
  interface Recomputation {
    List<Estimate> estimates(Collection<Claim> claims, @Nullable Instant asOf);
  }

  /** Recomputations at once; each may take a processor for seconds. */
  private static final int PASTS = 2;

  /** As long as curves are waited for: three who ask at once are not too many. */
  private static final int PATIENCE_SECONDS = CurveRoutes.PATIENCE_SECONDS;

  /** A list without a limit is whole: the dashboard shows all companies at once. */
  private static final int ALL = Integer.MAX_VALUE - 1;

  private final ReadModel model;
  private final Recomputation recomputation;
  private final Semaphore pasts = new Semaphore(PASTS);
  private final EstimateList lists;

  EstimateRoutes(ReadModel model, Recomputation recomputation) {
    this.model = model;
    this.recomputation = recomputation;
    this.lists = new EstimateList(model);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/estimates",
            this::all,
            "scope",
            "model",
            "language",
            "asOf",
            "group",
            "limit",
            "after"),
        Route.get(
            "/api/estimates/{companyId}",
            this::one,
            "scope",
            "model",
            "language",
            "asOf",
            "group"));
  }

  private void all(Query query) throws InterruptedException {
    Context context = query.context();
    // Where to follow the stream from without missing what happens in between.
    context.header("Costwire-Position", model.positions().toString());
    int limit = Page.limit(query, ALL);
    String after = query.bookmark("after");
    List<Estimate> found =
        filtered(query, null)
            .filter(estimate -> after == null || estimate.companyId().compareTo(after) > 0)
            .limit(limit + 1L)
            .toList();
    List<Estimate> page = Page.items(found, limit);
    lists.page(page, Page.next(found, limit, Estimate::companyId)).answer(context);
  }

  private void one(Query query) throws InterruptedException {
    String company = query.context().pathParam("companyId");
    Estimate found =
        filtered(query, company)
            .findFirst()
            .orElseThrow(
                () ->
                    new Problem.Refused(
                        404, "There is no estimate for '" + Answer.brief(company) + "'"));
    Answer.json(query.context(), found);
  }

  private Stream<Estimate> filtered(Query query, @Nullable String company)
      throws InterruptedException {
    Scope scope = query.oneOf("scope", Scope.class);
    String name = query.text("model");
    Instant asOf = query.until("asOf");
    String language = query.text("language");
    String group = query.text("group");
    Affiliations ties = Affiliations.standard();
    return (asOf == null ? current(company) : past(company, asOf))
        .stream()
            .filter(estimate -> group == null || ties.belongs(estimate.companyId(), group, asOf))
            .map(estimate -> narrowed(estimate, scope, name))
            .map(estimate -> language == null ? estimate : spoken(estimate, language))
            .filter(estimate -> !estimate.lines().isEmpty());
  }

  private List<Estimate> current(@Nullable String company) {
    if (company == null) {
      return model.estimates();
    }
    Estimate estimate = model.estimate(company);
    return estimate == null ? List.of() : List.of(estimate);
  }

  private List<Estimate> past(@Nullable String company, Instant asOf) throws InterruptedException {
    if (!pasts.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new Problem.Refused(503, "Others are asking for estimates of the past; try again");
    }
    try {
      ClaimFilter filter = new ClaimFilter(company, null, null, null, null, null);
      List<Claim> claims = model.claims(filter, null, ReadModel.MAX_CLAIMS);
      return recomputation.estimates(claims, asOf);
    } finally {
      pasts.release();
    }
  }

  /** The lines on which an article in the language has something to say. */
  private Estimate spoken(Estimate estimate, String language) {
    return estimate.only(
        line ->
            line.evidence().stream()
                .map(evidence -> model.claim(evidence.claim()))
                .anyMatch(claim -> claim != null && language.equalsIgnoreCase(claim.language())));
  }

  private static Estimate narrowed(
      Estimate estimate, @Nullable Scope scope, @Nullable String model) {
    return scope == null && model == null
        ? estimate
        : estimate.only(
            line ->
                (scope == null || scope == line.scope())
                    && (model == null || model.equalsIgnoreCase(line.model())));
  }
}
