package costwire.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 attributes as Kafka headers (binary content mode). */
public final class CloudEvents {
  private static final int HASH_BYTES = 12;
  private static final String TYPE = "ce_type";

  private CloudEvents() {}

  /** An id made of what the event says: equal parts in one order give one id, in hexadecimal. */
  public static String id(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }

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
    put(headers, TYPE, type);
    put(headers, "ce_time", time.toString());
    put(headers, "content-type", "application/json");
  }

  /** The kind of fact; null if the headers do not say. */
  public static @Nullable String type(Headers headers) {
    Header type = headers.lastHeader(TYPE);
    return type == null || type.value() == null ? null : new String(type.value(), UTF_8);
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }
}
