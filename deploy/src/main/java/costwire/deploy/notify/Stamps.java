package costwire.deploy.notify;

import costwire.aggregate.Alert;
import costwire.stream.CloudEvents;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Stamps each record as a CloudEvent. */
final class Stamps {
  private static final String SOURCE = "/costwire/notify";

  private Stamps() {}

  static KStream<String, Delivery> ofDeliveries(KStream<String, Delivery> deliveries) {
    return stamped(
        deliveries,
        "costwire.delivery.v1",
        d -> d.id() + "-" + d.tries() + "-" + d.state().name().toLowerCase(java.util.Locale.ROOT));
  }

  static KStream<String, Subscription> ofSubscriptions(KStream<String, Subscription> disabled) {
    return stamped(disabled, "costwire.subscription.v1", s -> s.id() + "-" + s.disabledAt());
  }

  static KStream<String, Alert> ofAlerts(KStream<String, Alert> alerts) {
    return stamped(alerts, "costwire.alert.v1", Alert::id);
  }

  private static <V> KStream<String, V> stamped(
      KStream<String, V> records, String type, Function<V, String> id) {
    String name = "stamp-" + type.replace("costwire.", "").replace(".v1", "");
    return records.processValues(() -> new Stamper<>(type, id), Named.as(name));
  }

  private static final class Stamper<V> extends ContextualFixedKeyProcessor<String, V, V> {
    private final String type;
    private final Function<V, String> id;

    Stamper(String type, Function<V, String> id) {
      this.type = type;
      this.id = id;
    }

    @Override
    public void process(FixedKeyRecord<String, V> record) {
      Instant time = Instant.ofEpochMilli(record.timestamp());
      CloudEvents.stamp(record.headers(), id.apply(record.value()), SOURCE, type, time);
      context().forward(record);
    }
  }
}
