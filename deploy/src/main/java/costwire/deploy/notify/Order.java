package costwire.deploy.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import costwire.aggregate.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something for a subscription's outbox: an alert that it wants, a message to be sent again, or,
 * where both are null, a test.
 *
 * @param subscriptionId whose
 * @param at when it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(
    String subscriptionId, Instant at, @Nullable Alert alert, @Nullable Delivery again) {
  /** One message to see whether the receiver is there. */
  public static Order test(String subscriptionId, Instant at) {
    return new Order(subscriptionId, at, null, null);
  }

  /** A message once more, under its own id. */
  public static Order again(Delivery delivery, Instant at) {
    return new Order(delivery.subscriptionId(), at, null, delivery);
  }

  static Order of(Subscription subscription, Alert alert) {
    return new Order(subscription.id(), alert.at(), alert, null);
  }
}
