package costwire.deploy.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What programs may rely on: {@code /api/openapi.json}, {@code /api/asyncapi.json} and the schemas
 * that both refer to, each from the jar of the stage that declares it.
 */
final class ContractRoutes implements Routes {
  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/openapi.json", query -> document(query, "/openapi.json")),
        Route.get("/api/asyncapi.json", query -> document(query, "/asyncapi.json")),
        Route.get("/api/schemas/{name}.json", ContractRoutes::schema));
  }

  private static void schema(Query query) {
    document(query, "/schemas/" + query.context().pathParam("name") + ".json");
  }

  private static void document(Query query, String path) {
    byte[] document =
        resource(path)
            .orElseThrow(() -> new Problem.Refused(404, "There is no schema of this name"));
    Answer.state(query.context(), document, Route.JSON);
  }

  private static Optional<byte[]> resource(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".json".length());
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try (InputStream in = ContractRoutes.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
