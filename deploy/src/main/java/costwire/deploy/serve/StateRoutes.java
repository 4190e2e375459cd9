package costwire.deploy.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How the system does: {@code /metrics}, {@code /health}. */
final class StateRoutes {
  private final PrometheusMeterRegistry meters;
  private final Supplier<List<String>> unready;

  /**
   * @param unready why this process is not ready, one sentence a reason; empty if it is
   */
  StateRoutes(PrometheusMeterRegistry meters, Supplier<List<String>> unready) {
    this.meters = meters;
    this.unready = unready;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/metrics", this::metrics);
    routes.get("/health/live", context -> Answer.json(context, Map.of("status", "live")));
    routes.get("/health/ready", this::ready);
  }

  private void metrics(Context context) {
    String type =
        Optional.ofNullable(context.header("Accept"))
            .filter(accept -> accept.contains("application/openmetrics-text"))
            .map(accept -> "application/openmetrics-text; version=1.0.0; charset=utf-8")
            .orElse("text/plain; version=0.0.4; charset=utf-8");
    context.result(meters.scrape(type)).contentType(type);
  }

  private void ready(Context context) {
    List<String> reasons = unready.get();
    if (reasons.isEmpty()) {
      Answer.json(context, Map.of("status", "ready"));
    } else {
      context.header("Retry-After", "2");
      Problem.of(503, String.join("; ", reasons)).answer(context);
    }
  }
}
