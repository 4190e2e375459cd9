package costwire.deploy.serve;

import costwire.aggregate.Alert;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code /api/alerts}. */
final class AlertRoutes {
  private final ReadModel model;

  AlertRoutes(ReadModel model) {
    this.model = model;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/alerts", this::page);
  }

  private void page(Context context) {
    Query query = new Query(context);
    int limit = Page.limit(query);
    AlertFilter filter =
        new AlertFilter(
            query.text("company"), query.oneOf("kind", Alert.Kind.class), query.from("since"));
    List<Alert> found = model.alerts(filter, query.cursor("after"), limit + 1);
    Answer.json(context.header("Cache-Control", "no-cache"), Page.of(found, limit, Place::of));
  }
}
