package costwire.deploy;

import costwire.extract.DeadLetterHandler;
import costwire.stream.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.GroupProtocol;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How the topologies run.
 *
 * @param instance a name of this process that its restart bears again
 * @param state the folder of the state stores
 * @param protocol {@code streams} or {@code classic}
 * @param commitInterval how long a result waits before others see it
 */
record StreamsSettings(
    Cluster cluster, String instance, Path state, String protocol, Duration commitInterval) {

  /**
   * Those of one topology.
   *
   * @param stage its name; a role's, where the role has one topology only
   */
  Properties of(String stage, int threads) {
    Properties settings = new Properties();
    settings.putAll(cluster.clients());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(stage));
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topic.DEAD_LETTERS);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    settings.put(DeadLetterHandler.STAGE_CONFIG, stage);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 16L << 20);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        BrokerSettings.MAX_MESSAGE_BYTES);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    // One long article must not look like a dead process.
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 100);
    membership(settings, stage);
    return settings;
  }

  static String applicationId(String stage) {
    return "costwire-" + stage;
  }

  /**
   * A process that was killed comes back within seconds: by the short sessions that the embedded
   * broker grants, and elsewhere as the same member under its own name.
   */
  private void membership(Properties settings, String stage) {
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.of(protocol).name);
    if (protocol.equals("classic")) {
      settings.put(
          StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
          stage + "-" + instance);
      settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
      settings.put(
          StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
    }
  }
}
