package costwire.deploy.command;

import costwire.deploy.Cluster;
import costwire.deploy.Provision;
import costwire.deploy.Refusal;
import costwire.deploy.WholeTopic;
import costwire.deploy.notify.Deliveries;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.SubscriptionDesk;
import costwire.deploy.notify.Subscriptions;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** The topics of subscriptions on a cluster, as commands read and write them. */
record SubscriptionTopics(Cluster cluster) {
  /**
   * Those of a running system.
   *
   * @throws Refusal if it has none
   */
  static SubscriptionTopics of(Cluster cluster) {
    Provision.require(cluster, Subscriptions.TOPIC.name());
    Provision.require(cluster, Deliveries.TOPIC.name());
    Provision.require(cluster, Deliveries.ORDERS.name());
    return new SubscriptionTopics(cluster);
  }

  Map<String, Subscription> subscriptions() {
    return WholeTopic.latest(cluster, Subscriptions.TOPIC);
  }

  Map<String, Delivery> deliveries() {
    return WholeTopic.latest(cluster, Deliveries.TOPIC);
  }

  /**
   * The subscription of an id.
   *
   * @throws Refusal if there is none
   */
  Subscription subscription(String id) {
    Subscription found = subscriptions().get(id);
    if (found == null) {
      throw Refusal.failed("there is no subscription '" + id + "'");
    }
    return found;
  }

  /**
   * Writes, and returns when the topics have it.
   *
   * @throws Refusal if they do not
   */
  void write(Consumer<SubscriptionDesk> writing) {
    try {
      writing.accept(new SubscriptionDesk(cluster, Clock.systemUTC()));
    } catch (KafkaException e) {
      throw Refusal.failed(String.valueOf(e.getMessage()), e);
    }
  }
}
