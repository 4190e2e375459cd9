package costwire.deploy.notify;

import costwire.ingest.Courier;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** The way in: the topology with its ways out of this process. */
public final class Notify implements AutoCloseable {
  /** The name of the stage. */
  public static final String STAGE = "notify";

  /** What a receiver may take to answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Courier courier;
  private final @Nullable MailTransport mail;
  private final Transport transport;
  private final Clock clock;
  private final MeterRegistry registry;

  private Notify(
      Courier courier, @Nullable MailTransport mail, Clock clock, MeterRegistry registry) {
    this.courier = courier;
    this.mail = mail;
    this.transport = new Transports(new WebhookTransport(courier, clock), mail);
    this.clock = clock;
    this.registry = registry;
  }

  /**
   * Opens the ways out.
   *
   * @param allowed {@code host:port} of receivers whose addresses may be private
   * @param mail closed with it; null: no mail is sent
   */
  public static Notify open(
      Set<String> allowed, @Nullable MailTransport mail, Clock clock, MeterRegistry registry) {
    return open(allowed, TIMEOUT, mail, clock, registry);
  }

  /**
   * Opens the ways out, impatiently.
   *
   * @param timeout what a receiver may take to answer
   */
  public static Notify open(
      Set<String> allowed,
      Duration timeout,
      @Nullable MailTransport mail,
      Clock clock,
      MeterRegistry registry) {
    return new Notify(Courier.open(allowed, timeout), mail, clock, registry);
  }

  /** Alerts to deliveries. */
  public Topology topology() {
    return NotifyTopology.of(transport, clock, registry);
  }

  /**
   * Why nothing can be sent to a subscription, naming the field; null if something can, or need
   * not. Asks the name service.
   */
  public @Nullable String refusal(Subscription subscription) {
    return refusal(subscription, courier, mail != null);
  }

  /**
   * The same of another process.
   *
   * @param courier knows where nothing may be posted
   * @param mails whether a server for mail is configured
   */
  public static @Nullable String refusal(
      Subscription subscription, Courier courier, boolean mails) {
    Deliver.Webhook webhook = subscription.deliver().webhook();
    if (webhook != null) {
      String why = courier.refusal(webhook.url());
      return why == null ? null : "'deliver.webhook.url' cannot be posted to: " + why;
    }
    return mails || subscription.deliver().email() == null
        ? null
        : "'deliver.email' cannot be sent to: no smtp is configured";
  }

  @Override
  public void close() {
    courier.close();
    if (mail != null) {
      mail.close();
    }
  }
}
