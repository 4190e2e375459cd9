package costwire.aggregate.step;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimates;
import costwire.stream.CloudEvents;
import costwire.stream.Stamper;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Stamps each record as a CloudEvent. */
public final class EventHeaders {
  private static final String SOURCE = "/costwire/aggregate";
  private static final Serializer<Estimate> ESTIMATES = Estimates.TOPIC.values().serializer();

  private EventHeaders() {}

  public static KStream<String, Estimate> ofEstimates(KStream<String, Estimate> estimates) {
    return estimates.processValues(
        () -> new Stamper<>(SOURCE, "costwire.estimate.v1", EventHeaders::id),
        Named.as("stamp-events"));
  }

  public static KStream<String, Alert> ofAlerts(KStream<String, Alert> alerts) {
    return alerts.processValues(
        () -> new Stamper<>(SOURCE, "costwire.alert.v1", alert -> alert.value().id()),
        Named.as("stamp-alerts"));
  }

  /**
   * Company, time and content: an estimate that comes back to what it was is another event, and one
   * that is emitted again after a failure the same.
   */
  private static String id(FixedKeyRecord<String, Estimate> record) {
    byte[] change = (record.key() + '\0' + record.timestamp() + '\0').getBytes(UTF_8);
    byte[] content = ESTIMATES.serialize(Estimates.TOPIC.name(), record.value());
    return record.key()
        + "-"
        + (content == null ? CloudEvents.id(change) : CloudEvents.id(change, content));
  }
}
