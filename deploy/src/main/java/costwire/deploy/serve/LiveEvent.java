package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.stream.Json;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A change of the read model, for those who follow it live. */
final class LiveEvent {
  private final String type;
  private final String topic;
  private final int partition;
  private final long offset;
  private final Object value;
  private final Positions positions;
  private byte @Nullable [] bytes;

  /**
   * @param type {@code estimate}, {@code claim} or {@code alert}
   * @param topic where it came from
   * @param value the record
   * @param positions how far the topics are read with it
   */
  LiveEvent(
      String type, String topic, int partition, long offset, Object value, Positions positions) {
    this.type = type;
    this.topic = topic;
    this.partition = partition;
    this.offset = offset;
    this.value = value;
    this.positions = positions;
  }

  /** Whether a client who has come so far knows of it. */
  boolean isBefore(Positions seen) {
    return seen.log().equals(positions.log()) && offset < seen.of(topic, partition);
  }

  /** As a server-sent event, whose id is its positions: written once for all who follow. */
  synchronized byte[] bytes() {
    byte[] known = bytes;
    if (known == null) {
      known = bytes(positions);
      bytes = known;
    }
    return known;
  }

  /** As a server-sent event, with an id of the caller's choice. */
  byte[] bytes(Positions id) {
    try {
      String data = Json.mapper().writeValueAsString(value);
      return ("id: " + id + "\nevent: " + type + "\ndata: " + data + "\n\n").getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
