package costwire.stream;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A topic, declared by the one stage that writes it. Keys are strings, values JSON.
 *
 * @param name the public name
 * @param type the record the values hold
 * @param partitions how many partitions it is created with; consumers rely on no number
 * @param compacted whether only the last value of a key is kept
 * @param retention how long records are kept; null: for ever
 */
public record Topic<V>(
    String name, Class<V> type, int partitions, boolean compacted, @Nullable Duration retention) {
  /** Where a record goes that a stage could not read: the original bytes, the reason in headers. */
  public static final String DEAD_LETTERS = "costwire.dead-letters";

  /** Long enough for any backlog, small enough for one machine. */
  private static final int DEFAULT_PARTITIONS = 6;

  public static <V> Topic<V> compacted(String name, Class<V> type) {
    return new Topic<>(name, type, DEFAULT_PARTITIONS, true, null);
  }

  public static <V> Topic<V> compactedFor(String name, Class<V> type, Duration retention) {
    return new Topic<>(name, type, DEFAULT_PARTITIONS, true, retention);
  }

  public static <V> Topic<V> keptFor(String name, Class<V> type, Duration retention) {
    return new Topic<>(name, type, DEFAULT_PARTITIONS, false, retention);
  }

  /** This topic with another retention (a setting of the user's). */
  public Topic<V> retaining(@Nullable Duration other) {
    return new Topic<>(name, type, partitions, compacted, other);
  }

  public Serde<String> keys() {
    return Serdes.String();
  }

  public Serde<V> values() {
    return new JsonSerde<>(type);
  }

  /** Name of its values' JSON Schema: {@code /schemas/NAME.json} among the stage's resources. */
  public String schema() {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The topic's settings as the broker names them. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    String delete = TopicConfig.CLEANUP_POLICY_DELETE;
    String compact = TopicConfig.CLEANUP_POLICY_COMPACT;
    String policy = compacted ? (retention == null ? compact : compact + "," + delete) : delete;
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, policy);
    settings.put(
        TopicConfig.RETENTION_MS_CONFIG,
        retention == null ? "-1" : Long.toString(retention.toMillis()));
    return settings;
  }
}
