package costwire.deploy.notify;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * To each subscription its way.
 *
 * @param mail null if no server for mail is configured
 */
record Transports(Transport webhooks, @Nullable Transport mail) implements Transport {
  private static final String NO_MAIL = "no mail";

  @Override
  public CompletableFuture<Verdict> send(Subscription subscription, Delivery delivery) {
    Transport way = way(subscription);
    return way == null
        ? CompletableFuture.completedFuture(
            Verdict.failed("refused", "no server for mail is configured"))
        : way.send(subscription, delivery);
  }

  @Override
  public String lane(Subscription subscription) {
    Transport way = way(subscription);
    return way == null ? NO_MAIL : way.lane(subscription);
  }

  private @Nullable Transport way(Subscription subscription) {
    return subscription.deliver().webhook() != null ? webhooks : mail;
  }
}
