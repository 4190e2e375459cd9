package costwire.aggregate.step;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.aggregate.Estimate;
import costwire.aggregate.Estimates;
import costwire.stream.CloudEvents;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Stamps each estimate as a CloudEvent. */
public final class EventHeaders {
  private static final String SOURCE = "/costwire/aggregate";
  private static final String TYPE = "costwire.estimate.v1";
  private static final int HASH_BYTES = 12;

  private EventHeaders() {}

  public static KStream<String, Estimate> of(KStream<String, Estimate> estimates) {
    return estimates.processValues(Stamper::new, Named.as("stamp-events"));
  }

  /**
   * Company, time and content: an estimate that comes back to what it was is another event, and one
   * that is emitted again after a failure the same.
   */
  private static String id(String companyId, long timestamp, byte @Nullable [] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((companyId + '\0' + timestamp + '\0').getBytes(UTF_8));
      byte[] hash = digest.digest(content == null ? new byte[0] : content);
      return companyId + "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }

  private static final class Stamper
      extends ContextualFixedKeyProcessor<String, Estimate, Estimate> {
    private final Serializer<Estimate> serializer = Estimates.TOPIC.values().serializer();

    @Override
    public void process(FixedKeyRecord<String, Estimate> record) {
      byte[] content = serializer.serialize(Estimates.TOPIC.name(), record.value());
      Instant time = Instant.ofEpochMilli(record.timestamp());
      String id = id(record.key(), record.timestamp(), content);
      CloudEvents.stamp(record.headers(), id, SOURCE, TYPE, time);
      context().forward(record);
    }
  }
}
