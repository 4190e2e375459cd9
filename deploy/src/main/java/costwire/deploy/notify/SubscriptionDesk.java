package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Cluster;
import costwire.deploy.TopicWriter;
import costwire.stream.CloudEvents;
import costwire.stream.Topic;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes to the topics of a cluster what owners of subscriptions ask for. */
public final class SubscriptionDesk implements Desk {
  private static final String SOURCE = "/costwire/deploy";
  private static final int ID_BYTES = 9;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Cluster cluster;
  private final Clock clock;

  public SubscriptionDesk(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /** An id that nobody can guess and that was never used. */
  public static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return "sub_" + HexFormat.of().formatHex(bytes);
  }

  @Override
  public void put(Subscription subscription) {
    send(Subscriptions.TOPIC, subscription.id(), subscription, "costwire.subscription.v1");
  }

  @Override
  public void end(String id) {
    send(Subscriptions.TOPIC, id, null, "costwire.subscription.v1");
  }

  @Override
  public void order(Order order) {
    send(Deliveries.ORDERS, order.subscriptionId(), order, "costwire.delivery-order.v1");
  }

  private <V> void send(Topic<V> topic, String key, @Nullable V value, String type) {
    byte[] bytes =
        value == null ? null : topic.values().serializer().serialize(topic.name(), value);
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.name(), key, bytes);
    String id =
        CloudEvents.id(
            (key + '\0' + clock.instant()).getBytes(UTF_8), bytes == null ? new byte[0] : bytes);
    CloudEvents.stamp(record.headers(), id, SOURCE, type, clock.instant());
    TopicWriter.write(cluster, topic.name(), List.of(record), Map.of());
  }
}
