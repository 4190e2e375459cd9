package costwire.deploy.notify;

import costwire.aggregate.Alert;
import java.util.List;

/**
 * What the outbox has to tell the topics.
 *
 * @param deliveries that stand otherwise now
 * @param subscriptions that are disabled now
 * @param alerts about them
 */
record Outcome(List<Delivery> deliveries, List<Subscription> subscriptions, List<Alert> alerts) {
  static Outcome of(Delivery delivery) {
    return new Outcome(List.of(delivery), List.of(), List.of());
  }

  static Outcome of(Subscription disabled, Alert alert) {
    return new Outcome(List.of(), List.of(disabled), List.of(alert));
  }
}
