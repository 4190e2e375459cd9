package costwire.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology on a driver without a cluster. */
final class DuplicateDriver implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");

  final TopologyTestDriver driver;
  final TestInputTopic<String, Article> articles;
  final TestOutputTopic<String, Duplicate> duplicates;
  private final Map<String, String> table = new TreeMap<>();

  DuplicateDriver(MeterRegistry registry, Path state) {
    driver = new TopologyTestDriver(DuplicateTopology.of(registry), settings(state), NOON);
    articles =
        driver.createInputTopic(
            Articles.TOPIC.name(),
            Articles.TOPIC.keys().serializer(),
            Articles.TOPIC.values().serializer(),
            NOON,
            Duration.ofMinutes(1));
    duplicates =
        driver.createOutputTopic(
            Duplicates.TOPIC.name(),
            Duplicates.TOPIC.keys().deserializer(),
            Duplicates.TOPIC.values().deserializer());
  }

  static Properties settings(Path state) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "duplicates-test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return settings;
  }

  /** Copy to original, as a reader of the compacted topic knows them. */
  Map<String, String> table() {
    for (var record : duplicates.readKeyValuesToList()) {
      if (record.value == null) {
        table.remove(record.key);
      } else {
        table.put(record.key, record.value.duplicateOf());
      }
    }
    return table;
  }

  @Override
  public void close() {
    driver.close();
  }
}
