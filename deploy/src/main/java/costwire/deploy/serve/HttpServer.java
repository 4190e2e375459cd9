package costwire.deploy.serve;

import costwire.deploy.Refusal;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of a {@link ReadModel}. */
final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** A long list of feeds as OPML; in bytes. */
  private static final int MAX_REQUEST = 1 << 20;

  private static final int THREADS = 24;

  private final Javalin javalin;
  private final StreamServlet stream;
  private final URI address;

  private HttpServer(Javalin javalin, StreamServlet stream, URI address) {
    this.javalin = javalin;
    this.stream = stream;
    this.address = address;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any that is free
   * @param writing what the API has beside that which only reads
   * @throws Refusal if the port is in use or the address is not this machine's
   */
  static HttpServer start(
      String bind,
      int port,
      ReadModel model,
      EstimateRoutes.Recomputation recomputation,
      PrometheusMeterRegistry meters,
      Supplier<List<String>> unready,
      Routes... writing) {
    StreamServlet stream = new StreamServlet(model, meters);
    Javalin javalin =
        Javalin.create(
            config -> {
              server(config, stream);
              errors(config);
              new EstimateRoutes(model, recomputation).addTo(config.routes);
              new ClaimRoutes(model).addTo(config.routes);
              new AlertRoutes(model).addTo(config.routes);
              new ExportRoutes(model).addTo(config.routes);
              new StateRoutes(meters, unready).addTo(config.routes);
              for (Routes routes : writing) {
                routes.addTo(config.routes);
              }
            });
    try {
      javalin.start(bind, port);
    } catch (JavalinBindException e) {
      stream.close();
      throw Refusal.failed("port " + port + " on " + bind + " cannot be listened on: in use?", e);
    }
    String host = bind.contains(":") ? "[" + bind + "]" : bind;
    return new HttpServer(
        javalin, stream, URI.create("http://" + host + ":" + javalin.port() + "/"));
  }

  URI address() {
    return address;
  }

  private static void server(JavalinConfig config, StreamServlet stream) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = MAX_REQUEST;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, 2, 60_000);
    config.jetty.modifyServletContextHandler(
        handler -> {
          ServletHolder holder = new ServletHolder(stream);
          holder.setAsyncSupported(true);
          handler.addServlet(holder, "/api/stream");
        });
    if (HttpServer.class.getResource("/dashboard/index.html") != null) {
      config.staticFiles.add(
          files -> {
            files.directory = "/dashboard";
            files.location = Location.CLASSPATH;
            files.hostedPath = "/";
            files.headers = java.util.Map.of("Cache-Control", "no-cache");
          });
    }
    config.routes.before(context -> SecurityHeaders.put(context::header));
  }

  private static void errors(JavalinConfig config) {
    config.routes.exception(Problem.Refused.class, (e, context) -> e.problem().answer(context));
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> Problem.of(e.getStatus(), String.valueOf(e.getMessage())).answer(context));
    config.routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.error("{} {} failed", context.method(), context.path(), e);
          Problem.of(500, "The request could not be answered").answer(context);
        });
  }

  @Override
  public void close() {
    stream.close();
    javalin.stop();
  }
}
