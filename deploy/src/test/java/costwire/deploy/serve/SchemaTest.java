package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.aggregate.Curve;
import costwire.deploy.Config;
import costwire.deploy.Provision;
import costwire.deploy.notify.Payload;
import costwire.deploy.notify.SubscriptionDraft;
import costwire.stream.Json;
import costwire.stream.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas say what the records are, and go on saying what was released. */
class SchemaTest {
  /** A folder for each release; how one is made stands in CONTRIBUTING. */
  private static final Path RELEASED = Path.of("schemas");

  private static final Config.RetentionDays DAYS = Config.standard().retentionDays();

  static Map<String, Class<?>> recordsBySchema() {
    Map<String, Class<?>> records = new TreeMap<>();
    for (Topic<?> topic : new Provision(DAYS).topics()) {
      if (topic.type().isRecord()) {
        records.put(topic.schema(), topic.type());
      }
    }
    records.put("curve", Curve.class);
    records.put("feed-status", FeedStatus.class);
    records.put("feed-draft", FeedDraft.class);
    records.put("problem", Problem.class);
    records.put("subscription-draft", SubscriptionDraft.class);
    records.put("webhook-payload", Payload.class);
    return records;
  }

  static Stream<String> recordSchemas() {
    return recordsBySchema().keySet().stream();
  }

  static List<Path> releasedSchemas() throws IOException {
    try (Stream<Path> files = Files.walk(RELEASED)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recordSchemas")
  void aSchemaHasTheComponentsOfItsRecordAndNoOthers(String name) {
    JsonNode schema = Schemas.document("schemas/" + name + ".json");
    Class<?> record = Objects.requireNonNull(recordsBySchema().get(name));
    assertThat(RecordShape.differences(record, schema)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("recordSchemas")
  void aSchemaIsOneByItsOwnStandardAndTellsWhatEachFieldIs(String name) {
    JsonNode schema = Schemas.document("schemas/" + name + ".json");
    assertThat(Schemas.faultsOfSchema(schema)).isEmpty();
    schema
        .findValues("properties")
        .forEach(
            fields ->
                fields
                    .fields()
                    .forEachRemaining(
                        field ->
                            assertThat(
                                    field.getValue().has("description")
                                        || field.getValue().has("$ref"))
                                .as(field.getKey())
                                .isTrue()));
  }

  @ParameterizedTest
  @MethodSource("releasedSchemas")
  void oldAndNewReadersReadEachOthersRecords(Path released) throws IOException {
    JsonNode before = Json.mapper().readTree(released.toFile());
    JsonNode now = Schemas.document("schemas/" + released.getFileName());
    assertThat(Compatibility.breaches(before, now)).isEmpty();
  }

  @Test
  void everyTopicsSchemaWasReleased() throws IOException {
    List<String> names =
        releasedSchemas().stream().map(file -> file.getFileName().toString()).toList();
    for (Topic<?> topic : new Provision(DAYS).topics()) {
      if (topic.type().isRecord()) {
        assertThat(names).contains(topic.schema() + ".json");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/schema-changes.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void knowsAChangeThatBreaksAReader(String change, String was, String is, String breach)
      throws IOException {
    List<String> breaches =
        Compatibility.breaches(Json.mapper().readTree(was), Json.mapper().readTree(is));
    if (breach == null) {
      assertThat(breaches).isEmpty();
    } else {
      assertThat(breaches).containsExactly(breach);
    }
  }
}
