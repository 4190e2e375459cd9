package costwire.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0 attributes as Kafka headers (binary content mode). */
public final class CloudEvents {
  private CloudEvents() {}

  /**
   * Puts the attributes on a record's headers, replacing any that are there.
   *
   * @param id unique within the source; the same fact always has the same id
   * @param source the stage, such as {@code /costwire/extract}
   * @param type the kind of fact, such as {@code costwire.claim.v1}
   * @param time when it became one
   */
  public static void stamp(Headers headers, String id, String source, String type, Instant time) {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id);
    put(headers, "ce_source", source);
    put(headers, "ce_type", type);
    put(headers, "ce_time", time.toString());
    put(headers, "content-type", "application/json");
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }
}
