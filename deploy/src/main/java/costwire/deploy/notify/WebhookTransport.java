package costwire.deploy.notify;

import costwire.deploy.notify.Deliver.Webhook;
import costwire.ingest.Courier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Posts to webhooks, signed as the Standard Webhooks specification says. */
final class WebhookTransport implements Transport {
  private final Courier courier;
  private final Clock clock;

  WebhookTransport(Courier courier, Clock clock) {
    this.courier = courier;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Verdict> send(Subscription subscription, Delivery delivery) {
    Webhook webhook = webhook(subscription);
    Post post = Post.of(subscription, delivery, webhook.formatOrStandard());
    long seconds = clock.instant().getEpochSecond();
    Map<String, String> headers = new HashMap<>(post.headers());
    headers.put("webhook-id", delivery.id());
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put("webhook-signature", signatures(webhook, delivery.id(), seconds, post.body()));
    return courier.post(webhook.url(), headers, post.body()).thenApply(Verdict::of);
  }

  /** By the secret and, while the receiver changes over, by the one before. */
  private static String signatures(Webhook webhook, String id, long seconds, byte[] body) {
    List<String> signatures = new ArrayList<>();
    signatures.add(Signer.of(webhook.secret()).sign(id, seconds, body));
    String before = webhook.previousSecret();
    if (before != null) {
      signatures.add(Signer.of(before).sign(id, seconds, body));
    }
    return String.join(" ", signatures);
  }

  @Override
  public String lane(Subscription subscription) {
    return webhook(subscription).url().getAuthority().toLowerCase(Locale.ROOT);
  }

  private static Webhook webhook(Subscription subscription) {
    return Objects.requireNonNull(subscription.deliver().webhook(), "a webhook's message");
  }
}
