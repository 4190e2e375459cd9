package costwire.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a stage could not read, as a record: the original bytes, and in the headers where they came
 * from, who gave up and why.
 */
public final class DeadLetter {
  public static final String TOPIC_HEADER = "costwire.topic";
  public static final String PARTITION_HEADER = "costwire.partition";
  public static final String OFFSET_HEADER = "costwire.offset";
  public static final String STAGE_HEADER = "costwire.stage";
  public static final String REASON_HEADER = "costwire.reason";

  /** Most of the original that is kept, in bytes: below every broker's default limit. */
  public static final int MAX_VALUE = 1_000_000;

  private static final int MAX_REASON = 1_000;

  private DeadLetter() {}

  /**
   * @param deadLetterTopic where it goes
   * @param key the original key; null if there was none
   * @param value the original bytes, kept up to {@link #MAX_VALUE}; null if there were none
   * @param topic the topic it was read from; null if it came from elsewhere, and then the topic,
   *     partition and offset headers are left out
   * @param stage who gave up: ingest, extract, aggregate
   * @param reason why, in one line
   */
  public static ProducerRecord<byte[], byte[]> of(
      String deadLetterTopic,
      byte @Nullable [] key,
      byte @Nullable [] value,
      @Nullable String topic,
      int partition,
      long offset,
      String stage,
      String reason) {
    byte[] kept =
        value == null || value.length <= MAX_VALUE ? value : Arrays.copyOf(value, MAX_VALUE);
    ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(deadLetterTopic, key, kept);
    if (topic != null) {
      put(letter.headers(), TOPIC_HEADER, topic);
      put(letter.headers(), PARTITION_HEADER, Integer.toString(partition));
      put(letter.headers(), OFFSET_HEADER, Long.toString(offset));
    }
    put(letter.headers(), STAGE_HEADER, stage);
    put(letter.headers(), REASON_HEADER, oneLine(reason));
    return letter;
  }

  private static String oneLine(String reason) {
    String line = reason.replaceAll("\\s+", " ").strip();
    return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
