package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Cluster;
import costwire.stream.CloudEvents;
import costwire.stream.Topic;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes to the topics of a cluster what owners of subscriptions ask for. */
public final class SubscriptionDesk implements Desk {
  private static final String SOURCE = "/costwire/deploy";
  private static final int PATIENCE = 10_000;
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
    Map<String, Object> patience =
        Map.of(
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            PATIENCE,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            PATIENCE / 2,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            PATIENCE);
    try (Producer<String, byte[]> producer = cluster.producer(patience)) {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new KafkaException(topic.name() + " cannot be written to", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while " + topic.name() + " was written to", e);
    }
  }
}
