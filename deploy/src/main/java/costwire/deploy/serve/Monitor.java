package costwire.deploy.serve;

import costwire.deploy.HttpSettings;
import costwire.deploy.Refusal;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/** {@code /metrics} and {@code /health} of a process that serves nothing else. */
public final class Monitor implements AutoCloseable {
  private final Javalin javalin;

  private Monitor(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts listening.
   *
   * @param port 0 for any that is free
   * @param unready why this process is not ready, one sentence a reason; empty if it is
   * @throws Refusal if the port is in use or the address is not this machine's
   */
  public static Monitor start(
      String bind, int port, PrometheusMeterRegistry meters, Supplier<List<String>> unready) {
    return new Monitor(
        HttpServer.open(
            HttpSettings.plain(bind, port, null),
            meters,
            List.of(new StateRoutes(meters, unready)),
            config -> {}));
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
