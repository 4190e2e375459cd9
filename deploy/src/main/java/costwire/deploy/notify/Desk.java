package costwire.deploy.notify;

import org.apache.kafka.common.KafkaException;

/** Takes what owners of subscriptions ask for; returns when the topics have it. */
public interface Desk {
  /**
   * Puts a subscription on its topic, new or changed.
   *
   * @throws KafkaException if the topic does not have it within ten seconds
   */
  void put(Subscription subscription);

  /** Ends a subscription. */
  void end(String id);

  /** Has something done for a subscription. */
  void order(Order order);
}
