package costwire.deploy.notify;

/** Subscriptions as they may be shown: no secret leaves the topic once its owner has had it. */
public final class Redacted {
  /** Stands where a secret is; sent back, it leaves the secret as it is. */
  static final String SECRET = "(kept)";

  private Redacted() {}

  /** For whoever may not change it: no address to write to either, as it may hold a secret. */
  public static Subscription forAll(Subscription subscription) {
    Deliver deliver = of(subscription).deliver();
    Deliver.Webhook webhook = deliver.webhook();
    Deliver.Email email = deliver.email();
    return subscription.delivering(
        new Deliver(
            webhook == null
                ? null
                : new Deliver.Webhook(
                    webhook.origin(), SECRET, webhook.previousSecret(), webhook.format()),
            email == null ? null : new Deliver.Email(SECRET, email.digest()),
            deliver.feed()));
  }

  /** For its owner. */
  public static Subscription of(Subscription subscription) {
    Deliver.Webhook webhook = subscription.deliver().webhook();
    return webhook == null
        ? ofNew(subscription)
        : subscription.delivering(
            new Deliver(
                new Deliver.Webhook(
                    webhook.url(),
                    SECRET,
                    webhook.previousSecret() == null ? null : SECRET,
                    webhook.format()),
                null,
                null));
  }

  /** For its owner, the one time that a webhook's secret is shown: it must get to be known. */
  public static Subscription ofNew(Subscription subscription) {
    Deliver.Email email = subscription.deliver().email();
    return email == null
        ? subscription
        : subscription.delivering(
            new Deliver(null, new Deliver.Email(email.to(), email.digest()), null));
  }
}
