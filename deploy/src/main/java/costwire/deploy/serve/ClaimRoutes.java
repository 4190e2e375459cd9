package costwire.deploy.serve;

import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/claims}. */
final class ClaimRoutes {
  private static final int PAGE = 50;
  private static final int MAX_PAGE = 500;

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
    int limit = query.number("limit", PAGE, 1, MAX_PAGE);
    // One more than asked for tells whether there is a next page.
    List<Claim> found = model.claims(filter(query), query.cursor("after"), limit + 1);
    List<Claim> items = found.subList(0, Math.min(limit, found.size()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("items", items);
    answer.put("next", found.size() > limit ? next(items) : null);
    answer.put("totals", model.totals());
    Answer.json(context.header("Cache-Control", "no-cache"), answer);
  }

  private static String next(List<Claim> items) {
    return Query.cursor(ClaimShelf.Place.of(items.get(items.size() - 1)));
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
