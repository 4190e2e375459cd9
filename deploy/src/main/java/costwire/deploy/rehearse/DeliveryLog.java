package costwire.deploy.rehearse;

import costwire.deploy.Cluster;
import costwire.deploy.OpenTransactions;
import costwire.deploy.notify.Deliveries;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Delivery.State;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.Subscriptions;
import costwire.stream.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What the topics say of messages and subscriptions, of what is committed. */
final class DeliveryLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Consumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final Map<String, Delivery> messages = new TreeMap<>();
  private final Map<String, Integer> delivered = new HashMap<>();
  private final Map<String, Subscription> disabled = new TreeMap<>();

  DeliveryLog(Cluster cluster) {
    this.cluster = cluster;
    consumer = cluster.consumer(Map.of());
    partitions.addAll(Cluster.partitions(consumer, Deliveries.TOPIC.name()));
    partitions.addAll(Cluster.partitions(consumer, Subscriptions.TOPIC.name()));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads on; whether there was something. */
  boolean read() {
    int count = 0;
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      count++;
      if (record.topic().equals(Deliveries.TOPIC.name())) {
        take(value(Deliveries.TOPIC, record));
      } else {
        Subscription subscription = value(Subscriptions.TOPIC, record);
        if (subscription.disabledAt() != null) {
          disabled.putIfAbsent(subscription.id(), subscription);
        }
      }
    }
    return count > 0;
  }

  /** Reads to the end: what was committed together may come partition by partition. */
  void readAll() {
    try (Admin admin = cluster.admin()) {
      while (!OpenTransactions.among(admin, partitions).isEmpty()) {
        read();
      }
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream()
        .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
      read();
    }
  }

  private static <V> V value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    return topic.values().deserializer().deserialize(record.topic(), record.value());
  }

  private void take(Delivery delivery) {
    messages.put(delivery.id(), delivery);
    if (delivery.state() == State.DELIVERED) {
      delivered.merge(delivery.id(), 1, Integer::sum);
    }
  }

  /** By id, how each message stands. */
  Map<String, Delivery> messages() {
    return messages;
  }

  /** By id, how often a message was said to be delivered. */
  Map<String, Integer> delivered() {
    return delivered;
  }

  /** By id, the subscriptions that are told no more. */
  Map<String, Subscription> disabled() {
    return disabled;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
