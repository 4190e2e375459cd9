package costwire.deploy.serve;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How the system does: {@code /metrics}, {@code /health}. */
final class StateRoutes implements Routes {
  private static final String PLAIN = "text/plain";
  private static final String OPEN_METRICS = "application/openmetrics-text";

  private final PrometheusMeterRegistry meters;
  private final Supplier<List<String>> unready;

  /**
   * @param unready why this process is not ready, one sentence a reason; empty if it is
   */
  StateRoutes(PrometheusMeterRegistry meters, Supplier<List<String>> unready) {
    this.meters = meters;
    this.unready = unready;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/metrics", this::metrics).giving(PLAIN, OPEN_METRICS),
        Route.get("/health/live", this::live),
        Route.get("/health/ready", this::ready));
  }

  private void metrics(Query query) {
    Context context = query.context();
    String type =
        Optional.ofNullable(context.header("Accept"))
            .filter(accept -> accept.contains(OPEN_METRICS))
            .map(accept -> OPEN_METRICS + "; version=1.0.0; charset=utf-8")
            .orElse(PLAIN + "; version=0.0.4; charset=utf-8");
    context.result(meters.scrape(type)).contentType(type);
  }

  private void live(Query query) {
    state(query.context(), "live");
  }

  /** Of this moment: nobody keeps it. */
  private static void state(Context context, String state) {
    context.header("Cache-Control", "no-store");
    context.result(Answer.bytes(Map.of("status", state))).contentType(Route.JSON);
  }

  private void ready(Query query) {
    Context context = query.context();
    List<String> reasons = unready.get();
    if (reasons.isEmpty()) {
      state(context, "ready");
    } else {
      context.header("Retry-After", "2").header("Cache-Control", "no-store");
      Problem.of(503, String.join("; ", reasons)).answer(context);
    }
  }
}
