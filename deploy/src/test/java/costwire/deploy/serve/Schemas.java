package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import costwire.stream.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The schemas as the server gives them, and a validator that is not ours. */
public final class Schemas {
  /** Where the server would have them; nothing is asked there. */
  private static final String BASE = "http://costwire.test/api/";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemas(
                  address ->
                      address.startsWith(BASE) ? text(address.substring(BASE.length())) : null));

  private Schemas() {}

  /** A document of the API by its path below {@code /api/}. */
  public static JsonNode document(String path) {
    try {
      return Json.mapper().readTree(text(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wrong with a value.
   *
   * @param reference to a schema as the documents of the API write it: {@code schemas/claim.json}
   */
  public static List<String> faults(String reference, JsonNode value) {
    return REGISTRY
        .getSchema(SchemaLocation.of(BASE + reference))
        .validate(value, Schemas::checkFormats)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** What is wrong with a value by a schema that stands inside another document. */
  public static List<String> faults(JsonNode schema, JsonNode value) {
    return REGISTRY.getSchema(schema).validate(value, Schemas::checkFormats).stream()
        .map(Error::toString)
        .toList();
  }

  /** What is wrong with a schema itself. */
  static List<String> faultsOfSchema(JsonNode schema) {
    return REGISTRY
        .getSchema(SchemaLocation.of(schema.get("$schema").textValue()))
        .validate(schema)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static void checkFormats(ExecutionContext run) {
    run.executionConfig(config -> config.formatAssertionsEnabled(true));
  }

  private static String text(String path) {
    try (InputStream in = Schemas.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + path);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
