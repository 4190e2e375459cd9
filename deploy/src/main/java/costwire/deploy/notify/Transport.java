package costwire.deploy.notify;

import java.util.concurrent.CompletableFuture;

/** Takes a message to its receiver, once. */
public interface Transport {
  /** Sends. The future always completes with a verdict, never with an exception. */
  CompletableFuture<Verdict> send(Subscription subscription, Delivery delivery);

  /** Who must not be held up by whom: deliveries of one lane are sent a few at a time. */
  String lane(Subscription subscription);
}
