package costwire.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A record as UTF-8 JSON. A null value is a null record (a tombstone); bytes that are not the
 * type's JSON raise a {@link SerializationException}, which the topologies turn into a dead letter.
 */
public final class JsonSerde<V> implements Serde<V> {
  private final ObjectReader reader;
  private final ObjectWriter writer;
  private final String type;

  public JsonSerde(Class<V> type) {
    this.reader = Json.mapper().readerFor(type);
    this.writer = Json.mapper().writerFor(type);
    this.type = type.getSimpleName();
  }

  @Override
  public Serializer<V> serializer() {
    return (topic, value) -> write(value);
  }

  @Override
  public Deserializer<V> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  @SuppressWarnings("NullAway") // Kafka's own contract: null in, null out
  private byte @Nullable [] write(@Nullable V value) {
    if (value == null) {
      return null;
    }
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new SerializationException(
          "cannot write this " + type + ": " + e.getOriginalMessage(), e);
    }
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private @Nullable V read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      V value = reader.readValue(bytes);
      if (value == null) {
        throw new SerializationException("not a JSON " + type + ": null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new SerializationException("not a JSON " + type + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new SerializationException("not a JSON " + type + ": " + e.getMessage(), e);
    }
  }
}
