package costwire.deploy.serve;

import costwire.aggregate.Alert;
import java.util.List;

/** {@code /api/alerts}. */
final class AlertRoutes implements Routes {
  private final ReadModel model;

  AlertRoutes(ReadModel model) {
    this.model = model;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/alerts", this::page, "company", "kind", "since", "limit", "after"));
  }

  private void page(Query query) {
    int limit = Page.limit(query);
    AlertFilter filter =
        new AlertFilter(query.oneOf("kind", Alert.Kind.class), query.from("since"));
    List<Alert> found =
        model.alerts(query.text("company"), filter::allows, query.cursor("after"), limit + 1);
    Answer.json(query.context(), Page.of(found, limit, alert -> Place.of(alert).toString()));
  }
}
