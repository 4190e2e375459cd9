package costwire.deploy.serve;

import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Scope;
import java.util.List;
import java.util.Map;

/** {@code /api/claims} and {@code /api/languages}. */
final class ClaimRoutes implements Routes {
  /** Those that choose among claims. */
  static final String[] FILTERS = {"company", "measure", "scope", "language", "since", "q"};

  private final ReadModel model;

  ClaimRoutes(ReadModel model) {
    this.model = model;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/claims",
            this::page,
            "company",
            "measure",
            "scope",
            "language",
            "since",
            "q",
            "limit",
            "after"),
        Route.get("/api/claims/{id}", this::one),
        Route.get("/api/languages", this::languages));
  }

  private void page(Query query) {
    int limit = Page.limit(query);
    List<Claim> found = model.claims(filter(query), query.cursor("after"), limit + 1);
    Map<String, Object> answer = Page.of(found, limit, claim -> Place.of(claim).toString());
    answer.put("totals", model.totals());
    Answer.json(query.context(), answer);
  }

  private void one(Query query) {
    String id = query.context().pathParam("id");
    Claim claim = model.claim(id);
    if (claim == null) {
      throw new Problem.Refused(404, "There is no claim '" + Answer.brief(id) + "'");
    }
    Answer.json(query.context(), claim);
  }

  private void languages(Query query) {
    Answer.json(query.context(), Map.of("items", model.languages()));
  }

  static ClaimFilter filter(Query query) {
    return new ClaimFilter(
        query.text("company"),
        query.oneOf("measure", Measure.class),
        query.oneOf("scope", Scope.class),
        query.text("language"),
        query.from("since"),
        query.text("q"));
  }
}
