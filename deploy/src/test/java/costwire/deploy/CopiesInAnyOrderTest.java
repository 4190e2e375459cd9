package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.Estimator;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.extract.ExtractTopology;
import costwire.extract.Extractor;
import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.ingest.DuplicateTopology;
import costwire.ingest.Duplicates;
import costwire.stream.Json;
import costwire.stream.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles, copies and withdrawals in another order end in the same estimates, to the byte. */
class CopiesInAnyOrderTest {
  private static final Instant DAY = Instant.parse("2025-02-03T08:00:00Z");
  private static final String STORY =
      "DeepSeek spent more than $5 million on the training of its model R1, the company said on"
          + " Monday. The work took eighty days in a data centre outside the capital, where the"
          + " council had long argued about water, noise and the price of land along the river,"
          + " and where a former paper mill now holds the racks behind its old brick walls.";

  @TempDir Path folder;

  /** A version of an article; none of its text: withdrawn. */
  private record Version(String id, @Nullable Article article, Instant readAt) {}

  @Test
  void copiesInAnyOrderGiveTheSameEstimates() throws JsonProcessingException {
    List<Version> versions = versions();
    String inOrder = estimates(versions, 0);
    assertThat(inOrder).contains("\"claimants\":1").contains("\"mentions\":7");

    for (int seed = 1; seed <= 4; seed++) {
      List<Version> shuffled = new ArrayList<>(versions);
      shuffled.addAll(versions.subList(0, 5));
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(estimates(shuffled, seed)).isEqualTo(inOrder);
    }
  }

  /** Nine copies, each with a word of its own; the first and the fifth are withdrawn. */
  private static List<Version> versions() {
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Instant at = DAY.plus(Duration.ofHours(i));
      String id = "copy-" + i;
      Article article =
          Article.of(
                  id,
                  "Title " + (char) ('a' + i),
                  STORY + " Read more at desk " + "abcdefghi".charAt(i) + ".")
              .publisher("outlet" + i + ".example")
              .publishedAt(at)
              .fetchedAt(at)
              .build();
      versions.add(new Version(id, article, at));
    }
    versions.add(new Version("copy-0", null, DAY.plus(Duration.ofDays(1))));
    versions.add(new Version("copy-4", null, DAY.plus(Duration.ofDays(1))));
    return versions;
  }

  private String estimates(List<Version> versions, int run) throws JsonProcessingException {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Map<String, Claim> standing = new TreeMap<>();
    try (TopologyTestDriver copies = driver(DuplicateTopology.of(registry), "copies" + run);
        TopologyTestDriver reading =
            driver(ExtractTopology.of(Extractor.standard(), registry), "reading" + run)) {
      TestInputTopic<String, Article> compared = input(copies, Articles.TOPIC);
      TestInputTopic<String, Article> read = input(reading, Articles.TOPIC);
      for (Version version : versions) {
        compared.pipeInput(version.id(), version.article(), version.readAt());
        read.pipeInput(version.id(), version.article(), version.readAt());
        output(copies, Duplicates.TOPIC)
            .readKeyValuesToList()
            .forEach(link -> input(reading, Duplicates.TOPIC).pipeInput(link.key, link.value));
      }
      for (Claim claim : output(reading, Claims.TOPIC).readValuesToList()) {
        standing.remove(claim.id());
        if (!claim.retracted()) {
          standing.put(claim.id(), claim);
        }
      }
    }
    return Json.mapper()
        .writeValueAsString(Estimator.standard().estimates(standing.values(), null));
  }

  private TopologyTestDriver driver(Topology topology, String name) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    return new TopologyTestDriver(topology, settings, DAY);
  }

  private static <V> TestInputTopic<String, V> input(TopologyTestDriver driver, Topic<V> topic) {
    return driver.createInputTopic(
        topic.name(), topic.keys().serializer(), topic.values().serializer());
  }

  private static <V> TestOutputTopic<String, V> output(TopologyTestDriver driver, Topic<V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.keys().deserializer(), topic.values().deserializer());
  }
}
