package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.deploy.Config;
import costwire.deploy.Provision;
import costwire.stream.Topic;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What {@code asyncapi.json} says of the topics is what they are created with. */
class AsyncApiTest {
  private static final JsonNode DOCUMENT = Schemas.document("asyncapi.json");

  /** As both sides tell it. */
  private record Told(int partitions, Set<String> policy, String retention, String schema) {}

  @Test
  void theTopicsAreThoseDeclaredWithTheirSettingsAndSchemas() {
    Map<String, Told> declared = new TreeMap<>();
    for (Topic<?> topic : new Provision(Config.standard().retentionDays()).topics()) {
      Map<String, String> settings = topic.settings();
      declared.put(
          topic.name(),
          new Told(
              topic.partitions(),
              new TreeSet<>(Set.of(setting(settings, "cleanup.policy").split(","))),
              setting(settings, "retention.ms"),
              topic.type().isRecord() ? "schemas/" + topic.schema() + ".json" : ""));
    }
    Map<String, Told> told = new TreeMap<>();
    for (JsonNode channel : DOCUMENT.get("channels")) {
      told.put(channel.get("address").asText(), told(channel));
    }
    assertThat(told).isEqualTo(declared);
  }

  private static String setting(Map<String, String> settings, String name) {
    return settings.getOrDefault(name, "unset");
  }

  private static Told told(JsonNode channel) {
    JsonNode kafka = channel.at("/bindings/kafka");
    assertThat(kafka.get("topic")).isEqualTo(channel.get("address"));
    Set<String> policy = new TreeSet<>();
    kafka.at("/topicConfiguration/cleanup.policy").forEach(word -> policy.add(word.asText()));
    JsonNode message = message(channel);
    return new Told(
        kafka.get("partitions").asInt(),
        policy,
        kafka.at("/topicConfiguration/retention.ms").asText(),
        message.at("/payload/schema/$ref").asText());
  }

  private static JsonNode message(JsonNode channel) {
    assertThat(channel.get("messages")).hasSize(1);
    String reference = channel.get("messages").elements().next().get("$ref").asText();
    return DOCUMENT.at(reference.substring(1));
  }

  @Test
  void eachReferenceLeadsSomewhere() {
    for (JsonNode reference : DOCUMENT.findValues("$ref")) {
      String to = reference.asText();
      JsonNode found = to.startsWith("#") ? DOCUMENT.at(to.substring(1)) : Schemas.document(to);
      assertThat(found.isMissingNode()).as(to).isFalse();
    }
  }

  @Test
  void eachChannelHasAnOperation() {
    Set<String> operated = new TreeSet<>();
    DOCUMENT
        .get("operations")
        .forEach(operation -> operated.add(operation.at("/channel/$ref").asText()));
    assertThat(operated)
        .hasSize(DOCUMENT.get("channels").size())
        .allMatch(channel -> !DOCUMENT.at(channel.substring(1)).isMissingNode());
  }
}
