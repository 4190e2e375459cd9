package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.stream.Json;
import java.io.UncheckedIOException;

/**
 * A change of the read model, for those who follow it live.
 *
 * @param type {@code estimate}, {@code claim} or {@code alert}
 * @param topic where it came from
 * @param value the record
 * @param positions how far the topics are read with it
 */
record LiveEvent(
    String type, String topic, int partition, long offset, Object value, Positions positions) {

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
