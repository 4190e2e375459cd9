package costwire.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.ingest.Duplicate;
import costwire.ingest.Duplicates;
import costwire.stream.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on a driver without a cluster, set up as it is deployed. */
final class ExtractDriver implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");

  final TopologyTestDriver driver;
  final TestInputTopic<String, Article> articles;
  final TestInputTopic<String, Duplicate> links;
  final TestOutputTopic<String, Claim> claims;

  ExtractDriver(Extractor extractor, MeterRegistry registry, Path state) {
    driver = new TopologyTestDriver(ExtractTopology.of(extractor, registry), settings(state), NOON);
    articles =
        driver.createInputTopic(
            Articles.TOPIC.name(),
            Articles.TOPIC.keys().serializer(),
            Articles.TOPIC.values().serializer(),
            NOON,
            Duration.ofMinutes(1));
    links =
        driver.createInputTopic(
            Duplicates.TOPIC.name(),
            Duplicates.TOPIC.keys().serializer(),
            Duplicates.TOPIC.values().serializer(),
            NOON,
            Duration.ofMinutes(1));
    claims =
        driver.createOutputTopic(
            Claims.TOPIC.name(),
            Claims.TOPIC.keys().deserializer(),
            Claims.TOPIC.values().deserializer());
  }

  static Properties settings(Path state) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "extract-test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topic.DEAD_LETTERS);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    settings.put(DeadLetterHandler.STAGE_CONFIG, "extract");
    return settings;
  }

  /** A header's text; every record of ours has those that are asked for. */
  static String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  @Override
  public void close() {
    driver.close();
  }
}
