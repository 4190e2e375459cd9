package costwire.deploy.serve;

import costwire.aggregate.Estimate;
import costwire.extract.Affiliations;
import costwire.extract.Claim;
import costwire.extract.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/estimates}. */
final class EstimateRoutes {
  /** The arithmetic, for estimates as of a date that is no more. */
  @FunctionalInterface
  interface Recomputation {
    List<Estimate> estimates(Collection<Claim> claims, @Nullable Instant asOf);
  }

  private final ReadModel model;
  private final Recomputation recomputation;

  EstimateRoutes(ReadModel model, Recomputation recomputation) {
    this.model = model;
    this.recomputation = recomputation;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/estimates", this::all);
    routes.get("/api/estimates/{companyId}", this::one);
  }

  private void all(Context context) {
    if (unchanged(context)) {
      return;
    }
    Answer.json(context, Map.of("items", filtered(context, null)));
  }

  private void one(Context context) {
    String company = context.pathParam("companyId");
    List<Estimate> found = filtered(context, company);
    if (found.isEmpty()) {
      throw new Problem.Refused(404, "There is no estimate for '" + Answer.brief(company) + "'");
    }
    Answer.json(context, found.get(0));
  }

  /** Whether the reader has it all already; marks the answer with what it is a state of. */
  private boolean unchanged(Context context) {
    String etag = "W/\"" + model.version() + "\"";
    context.header("ETag", etag).header("Cache-Control", "no-cache");
    // Where to follow the stream from without missing what happens in between.
    context.header("Costwire-Position", model.positions().toString());
    if (etag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return true;
    }
    return false;
  }

  private List<Estimate> filtered(Context context, @Nullable String company) {
    Query query = new Query(context);
    Scope scope = query.oneOf("scope", Scope.class);
    String name = query.text("model");
    Instant asOf = query.until("asOf");
    String group = query.text("group");
    return (asOf == null ? current(company) : past(company, asOf))
        .stream()
            .filter(estimate -> group == null || isOf(group, estimate, asOf))
            .map(estimate -> narrowed(estimate, scope, name))
            .filter(estimate -> !estimate.lines().isEmpty())
            .toList();
  }

  private static boolean isOf(String group, Estimate estimate, @Nullable Instant asOf) {
    Integer year = asOf == null ? null : asOf.atZone(ZoneOffset.UTC).getYear();
    return Affiliations.standard().belongs(estimate.companyId(), group, year);
  }

  private List<Estimate> current(@Nullable String company) {
    if (company == null) {
      return model.estimates();
    }
    Estimate estimate = model.estimate(company);
    return estimate == null ? List.of() : List.of(estimate);
  }

  private List<Estimate> past(@Nullable String company, Instant asOf) {
    ClaimFilter filter = new ClaimFilter(company, null, null, null, null);
    List<Claim> claims = model.claims(filter, null, ReadModel.MAX_CLAIMS);
    return recomputation.estimates(claims, asOf);
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
