package costwire.deploy.serve;

import costwire.deploy.HttpSettings;
import costwire.deploy.Refusal;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
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
   * @param further what the API has beside that which only reads the model
   * @throws Refusal if the port is in use or the address is not this machine's
   */
  static HttpServer start(
      HttpSettings http,
      ReadModel model,
      EstimateRoutes.Recomputation recomputation,
      PrometheusMeterRegistry meters,
      Supplier<List<String>> unready,
      Routes... further) {
    StreamServlet stream = new StreamServlet(model, meters);
    List<Routes> parts = new ArrayList<>(List.of(further));
    parts.add(new EstimateRoutes(model, recomputation));
    parts.add(new ClaimRoutes(model));
    parts.add(new AlertRoutes(model));
    parts.add(new AtomRoutes(model));
    parts.add(new ExportRoutes(model));
    parts.add(new ContractRoutes());
    parts.add(new StateRoutes(meters, unready));
    try {
      Javalin javalin = open(http, meters, parts, config -> dashboard(config, stream));
      return new HttpServer(javalin, stream, http.address(javalin.port()));
    } catch (Refusal e) {
      stream.close();
      throw e;
    }
  }

  /**
   * A server with these routes that listens: bounded, its faults problem details, its times
   * measured.
   *
   * @param more what it has beside them
   * @throws Refusal if the port is in use or the address is not this machine's
   */
  static Javalin open(
      HttpSettings http, MeterRegistry meters, List<Routes> parts, Consumer<JavalinConfig> more) {
    Listening listening = Listening.as(http);
    Javalin javalin =
        Javalin.create(
            config -> {
              listening.on(config.jetty);
              server(config);
              errors(config);
              config.requestLogger.http(new RequestTimes(meters));
              more.accept(config);
              parts.stream()
                  .flatMap(part -> part.routes().stream())
                  .forEach(route -> add(config.routes, route));
            });
    try {
      javalin.start();
      return javalin;
    } catch (JavalinBindException e) {
      throw Refusal.failed(
          "port " + http.port() + " on " + http.bind() + " cannot be listened on: in use?", e);
    }
  }

  URI address() {
    return address;
  }

  /** The routes of the API, by method and path. */
  List<Route> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint.metadata(Route.class))
        .filter(Objects::nonNull)
        .toList();
  }

  /** How many endpoints there are, whoever added them. */
  int endpoints() {
    return (int)
        javalin.unsafe.internalRouter.allHttpHandlers().stream()
            .filter(handler -> handler.endpoint.method.isHttpMethod())
            .count();
  }

  private static void add(RoutesConfig routes, Route route) {
    routes.addEndpoint(endpoint(route));
    if (route.safe()) {
      routes.addEndpoint(endpoint(route.headers()));
    }
  }

  private static Endpoint endpoint(Route route) {
    return new Endpoint(
        route.method(), route.path(), context -> answer(route, context), Set.of(route));
  }

  private static void answer(Route route, Context context) throws Exception {
    Query query = new Query(context, route.parameters());
    if (route.isStrict()) {
      query.strict();
      if (!Accepted.any(context.header("Accept"), route.gives())) {
        throw new Problem.Refused(406, "It is to be had as " + String.join(", ", route.gives()));
      }
    }
    route.work().answer(query);
  }

  private static void server(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = MAX_REQUEST;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, 2, 60_000);
    config.routes.before(
        context -> {
          SecurityHeaders.put(context::header);
          context.res().addHeader("Vary", "Accept-Encoding");
        });
  }

  private static void dashboard(JavalinConfig config, StreamServlet stream) {
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
            files.headers = Map.of("Cache-Control", "no-cache");
          });
    }
  }

  private static void errors(JavalinConfig config) {
    config.routes.exception(Problem.Refused.class, (e, context) -> e.problem().answer(context));
    config.routes.exception(
        HttpResponseException.class,
        (e, context) -> {
          String allowed = e.getDetails().get("availableMethods");
          if (allowed != null) {
            context.header("Allow", allowed);
          }
          Problem.of(e.getStatus(), String.valueOf(e.getMessage())).answer(context);
        });
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
