package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.deploy.serve.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs that the README shows are those that the tests run, its tables those of the schemas.
 */
class ReadmeTest {
  private static final Path EXAMPLES = Path.of("src/test/java/costwire/example");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** What a column's type is in JSON. */
  private static final Map<String, String> TYPES =
      Map.of(
          "VARCHAR", "string",
          "STRING", "string",
          "TIMESTAMP_LTZ", "string",
          "DOUBLE", "number",
          "INT", "integer",
          "BOOLEAN", "boolean",
          "ARRAY", "array",
          "ROW", "object",
          "STRUCT", "object");

  static List<String> tables() throws IOException {
    return blocks("sql");
  }

  @ParameterizedTest
  @CsvSource({"ReadEstimates, read", "AlertsWithEstimates, topology"})
  void aProgramIsShownAsItIsRun(String type, String method) throws IOException {
    String source = Files.readString(EXAMPLES.resolve(type + ".java"));
    Matcher shown =
        Pattern.compile("(?ms)^  public static [^\\n]* " + method + "\\(.*?^  }$").matcher(source);
    assertThat(shown.find()).isTrue();
    assertThat(blocks("java")).contains(shown.group().indent(-2));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTablesColumnsAreThoseOfTheTopic(String table) {
    Matcher topic = Pattern.compile("'costwire\\.([a-z-]+)s'").matcher(table);
    assertThat(topic.find()).isTrue();
    JsonNode schema = Schemas.document("schemas/" + topic.group(1) + ".json");
    String columns = table.substring(table.indexOf('(') + 1, table.indexOf(") WITH"));
    new Columns(columns, schema).check(schema);
  }

  @Test
  void bothKindsOfTablesAreThere() throws IOException {
    assertThat(tables()).hasSize(2);
  }

  private static List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("../README.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** Reads a list of columns, word by word, beside the schema of what they hold. */
  private static final class Columns {
    private final JsonNode root;
    private final Matcher words;
    private String word = "";

    Columns(String text, JsonNode root) {
      this.root = root;
      this.words = Pattern.compile("`\\w+`|\\w+|[<>,()]").matcher(text);
      next();
    }

    /** Name and type of each, until the list ends. */
    void check(JsonNode schema) {
      do {
        String name = next();
        // What has no quotes is the record's key, and no field of its value.
        boolean isKey = !name.startsWith("`");
        String field = name.replace("`", "");
        JsonNode property = schema.path("properties").path(field);
        assertThat(isKey || !property.isMissingNode()).as(field).isTrue();
        checkType(field, isKey ? null : resolved(property));
        while (!word.equals(",") && !word.equals(">") && !word.isEmpty()) {
          next();
        }
      } while (word.equals(",") && !next().isEmpty());
    }

    private void checkType(String field, @Nullable JsonNode schema) {
      String type = next().toUpperCase(Locale.ROOT);
      if (schema != null) {
        assertThat(schema.path("type").toString())
            .as(field)
            .contains("\"" + TYPES.get(type) + "\"");
      }
      if (word.equals("<") && schema != null) {
        next();
        if (type.equals("ARRAY")) {
          checkType(field, resolved(schema.path("items")));
        } else {
          check(schema);
        }
        assertThat(next()).as(field).isEqualTo(">");
      }
    }

    /** The word at hand; goes on to the one after. */
    private String next() {
      String read = word;
      word = words.find() ? words.group() : "";
      return read;
    }

    private JsonNode resolved(JsonNode schema) {
      JsonNode chosen = schema.has("anyOf") ? schema.at("/anyOf/0") : schema;
      return chosen.has("$ref") ? root.at(chosen.get("$ref").asText().substring(1)) : chosen;
    }
  }
}
