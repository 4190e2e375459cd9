package costwire.deploy.notify;

import costwire.aggregate.Alert;
import costwire.stream.Json;
import costwire.stream.Stamper;
import java.util.function.Function;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Stamps each record as a CloudEvent. */
final class Stamps {
  private static final String SOURCE = "/costwire/notify";

  private Stamps() {}

  static KStream<String, Delivery> ofDeliveries(KStream<String, Delivery> deliveries) {
    return stamped(
        deliveries,
        "costwire.delivery.v1",
        d -> d.id() + "-" + d.tries() + "-" + Json.word(d.state()));
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
    return records.processValues(
        () -> new Stamper<>(SOURCE, type, record -> id.apply(record.value())), Named.as(name));
  }
}
