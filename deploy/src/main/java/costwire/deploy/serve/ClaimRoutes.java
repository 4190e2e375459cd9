package costwire.deploy.serve;

import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** {@code /api/claims}. */
final class ClaimRoutes {
  private final ReadModel model;

  ClaimRoutes(ReadModel model) {
    this.model = model;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/claims", this::page);
    routes.get("/api/claims/{id}", this::one);
  }

  private void page(Context context) {
    Query query = new Query(context);
    int limit = Page.limit(query);
    List<Claim> found = model.claims(filter(query), query.cursor("after"), limit + 1);
    Map<String, Object> answer = Page.of(found, limit, Place::of);
    answer.put("totals", model.totals());
    Answer.json(context.header("Cache-Control", "no-cache"), answer);
  }

  private void one(Context context) {
    String id = context.pathParam("id");
    Claim claim = model.claim(id);
    if (claim == null) {
      throw new Problem.Refused(404, "There is no claim '" + Answer.brief(id) + "'");
    }
    Answer.json(context, claim);
  }

  static ClaimFilter filter(Query query) {
    return new ClaimFilter(
        query.text("company"),
        query.oneOf("measure", Measure.class),
        query.oneOf("scope", Scope.class),
        query.from("since"),
        query.text("q"));
  }
}
