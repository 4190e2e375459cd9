package costwire.deploy.notify;

import costwire.stream.Topic;
import java.time.Duration;

/** The topics of what is delivered. */
public final class Deliveries {
  /** Each message and what came of it, keyed by its id. */
  public static final Topic<Delivery> TOPIC =
      Topic.compactedFor("costwire.deliveries", Delivery.class, Duration.ofDays(30));

  /** What the owners of subscriptions ask for, keyed by subscription id. */
  public static final Topic<Order> ORDERS =
      Topic.keptFor("costwire.delivery-orders", Order.class, Duration.ofDays(7));

  private Deliveries() {}
}
