package costwire.deploy.notify;

import costwire.stream.Topic;

/** The topic of subscriptions, keyed by their ids; a tombstone ends one. */
public final class Subscriptions {
  public static final Topic<Subscription> TOPIC =
      Topic.compacted("costwire.subscriptions", Subscription.class);

  private Subscriptions() {}
}
