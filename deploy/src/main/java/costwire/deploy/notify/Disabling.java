package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.aggregate.Alert;
import costwire.stream.CloudEvents;
import java.time.Instant;
import java.util.List;

/** The alert that a subscription is told no more. */
final class Disabling {
  private Disabling() {}

  /**
   * @param delivery the message on which it ended
   */
  static Alert alert(Subscription subscription, Delivery delivery, String why, Instant at) {
    Alert about = delivery.alerts().get(0);
    String reason = "The subscription '" + subscription.name() + "' is disabled: " + why + ".";
    return new Alert(
        CloudEvents.id((subscription.id() + '\0' + delivery.id() + '\0' + at).getBytes(UTF_8)),
        at,
        about.companyId(),
        about.company(),
        Alert.Kind.SUBSCRIPTION_DISABLED,
        about.line(),
        null,
        null,
        reason,
        List.of(),
        subscription.id());
  }
}
