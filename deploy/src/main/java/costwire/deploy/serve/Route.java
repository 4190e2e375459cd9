package costwire.deploy.serve;

import io.javalin.http.HandlerType;
import io.javalin.router.EndpointMetadata;
import java.util.List;
import java.util.Set;

/**
 * One route, as it is told to the server and compared with what {@code openapi.json} says of it.
 *
 * @param parameters names of the parameters that its query may have
 * @param gives media types that it answers with
 * @param safe whether it only reads, so that a client may ask for its headers alone
 */
record Route(
    HandlerType method,
    String path,
    Set<String> parameters,
    List<String> gives,
    boolean safe,
    Work work)
    implements EndpointMetadata {
  static final String JSON = "application/json";

  /** Answers a request. */
  @FunctionalInterface
  interface Work {
    void answer(Query query) throws Exception;
  }

  /** One that reads, and gives JSON. */
  static Route get(String path, Work work, String... parameters) {
    return new Route(HandlerType.GET, path, Set.of(parameters), List.of(JSON), true, work);
  }

  /** One that changes something, and gives JSON. */
  static Route write(HandlerType method, String path, Work work, String... parameters) {
    return new Route(method, path, Set.of(parameters), List.of(JSON), false, work);
  }

  Route giving(String... types) {
    return new Route(method, path, parameters, List.of(types), safe, work);
  }

  /** The same for those who want no more than its headers. */
  Route headers() {
    return new Route(HandlerType.HEAD, path, parameters, gives, safe, work);
  }

  /**
   * Whether it takes parameters of no other name: a filter that is misspelt must not give
   * everything. Hubs, probes and scrapers add what they like.
   */
  boolean isStrict() {
    return path.startsWith("/api/") || path.startsWith("/export/");
  }
}
