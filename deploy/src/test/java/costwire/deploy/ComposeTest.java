package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stack in one file fits the files beside it, as far as that shows without an engine. */
class ComposeTest {
  private final JsonNode stack = read("compose.yaml");

  @Test
  void everyRoleHasAServiceAndEveryServiceOfOursOneRole() {
    Set<String> roles = new TreeSet<>();
    for (Role role : Role.values()) {
      roles.add(role.toString());
      assertThat(command(role.toString())).containsSequence("--roles", role.toString());
    }
    assertThat(services())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(roles.stream(), Stream.of("kafka", "prometheus", "grafana")).toList());
  }

  @Test
  void theConfigurationIsOneThatWeRead() {
    Config config = ConfigDraft.read(Path.of("costwire.compose.yaml")).config();
    assertThat(config.kafka().bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(config.monitorPort()).isEqualTo(9464);
  }

  @Test
  void whatIsMountedIsThere() {
    for (String service : services()) {
      for (JsonNode volume : stack.at("/services/" + service).path("volumes")) {
        String source = volume.asText().split(":", -1)[0];
        if (source.startsWith("./")) {
          assertThat(Path.of(source)).as(service).exists();
        } else {
          assertThat(stack.path("volumes").has(source)).as(source).isTrue();
        }
      }
    }
  }

  @Test
  void prometheusScrapesEveryProcess() {
    List<String> targets = new ArrayList<>();
    read("prometheus/prometheus.yml")
        .at("/scrape_configs/0/static_configs/0/targets")
        .forEach(target -> targets.add(target.asText()));
    assertThat(targets)
        .containsExactlyInAnyOrder("serve:8080", "aggregate:9464", "extract:9464", "ingest:9464");
  }

  @Test
  void imagesAreOfOneVersionAndPortsOfThisMachine() {
    for (String service : services()) {
      JsonNode described = stack.at("/services/" + service);
      assertThat(described.path("image").asText(stack.at("/x-costwire/image").asText()))
          .matches(".+:v?\\d+(\\.\\d+)+");
      described
          .path("ports")
          .forEach(port -> assertThat(port.asText()).as(service).startsWith("127.0.0.1:"));
    }
  }

  @Test
  void theKafkaIsTheOneThatWeAreBuiltWith() throws IOException {
    String image = stack.at("/services/kafka/image").asText();
    assertThat(Files.readString(Path.of("..", "pom.xml")))
        .contains("<kafka.version>" + image.substring(image.indexOf(':') + 1) + "</kafka.version>");
  }

  private List<String> command(String service) {
    List<String> words = new ArrayList<>();
    stack.at("/services/" + service + "/command").forEach(word -> words.add(word.asText()));
    return words;
  }

  private List<String> services() {
    List<String> names = new ArrayList<>();
    stack.path("services").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode read(String file) {
    try {
      return new YAMLMapper().readTree(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
