package costwire.deploy.serve;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * How long each answer took, by route, not by address: a hostile client must not make series. The
 * event stream, which is no route, is not among them.
 */
final class RequestTimes implements RequestLogger {
  private static final double NANOS = 1e6;

  private final MeterRegistry meters;

  RequestTimes(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void handle(Context context, Float millis) {
    Endpoint route = context.endpoints().matchedHttpEndpoint();
    meters
        .timer(
            "costwire.http.duration",
            "method",
            route == null ? "any" : route.method.name(),
            "route",
            route == null ? "none" : route.path,
            "status",
            Integer.toString(context.statusCode()))
        .record(Duration.ofNanos(Math.round(millis * NANOS)));
  }
}
