package costwire.deploy.notify;

import costwire.aggregate.Alert;
import costwire.aggregate.Alerts;
import costwire.stream.JsonSerde;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** Alerts and subscriptions to deliveries, a table of contents. */
public final class NotifyTopology {
  private NotifyTopology() {}

  /**
   * The topology.
   *
   * @param transport takes messages to their receivers; a message may be taken twice, under one id,
   *     where a process was killed before it could write down that it was
   */
  public static Topology of(Transport transport, Clock clock, MeterRegistry registry) {
    return on(new StreamsBuilder(), transport, clock, registry);
  }

  /** The topology on a builder that may be stricter than the usual one. */
  static Topology on(
      StreamsBuilder builder, Transport transport, Clock clock, MeterRegistry registry) {
    SubscriptionBook book = SubscriptionBook.on(builder);
    KStream<String, Alert> alerts =
        builder.stream(
            Alerts.TOPIC.name(),
            Consumed.with(Alerts.TOPIC.keys(), Alerts.TOPIC.values()).withName("read-alerts"));
    KStream<String, Order> orders =
        builder.stream(
            Deliveries.ORDERS.name(),
            Consumed.with(Deliveries.ORDERS.keys(), Deliveries.ORDERS.values())
                .withName("read-orders"));

    KStream<String, Order> wanted =
        alerts.process(() -> new Matcher(book), Named.as("match-subscriptions"));
    KStream<String, Outcome> outcomes =
        wanted
            .merge(orders, Named.as("all-orders"))
            .repartition(bySubscription("orders", Order.class))
            .process(new Gathering(book, clock), Named.as("gather"))
            .repartition(bySubscription("messages", Delivery.class))
            .process(new Outbox(book, transport, clock, registry), Named.as("deliver"));

    Stamps.ofDeliveries(
            outcomes
                .flatMapValues(Outcome::deliveries, Named.as("deliveries"))
                .selectKey((key, delivery) -> delivery.id(), Named.as("by-message")))
        .to(
            Deliveries.TOPIC.name(),
            Produced.with(Deliveries.TOPIC.keys(), Deliveries.TOPIC.values())
                .withName("write-deliveries"));
    Stamps.ofSubscriptions(
            outcomes
                .flatMapValues(Outcome::subscriptions, Named.as("disabled"))
                .selectKey((key, subscription) -> subscription.id(), Named.as("by-subscription")))
        .to(
            Subscriptions.TOPIC.name(),
            Produced.with(Subscriptions.TOPIC.keys(), Subscriptions.TOPIC.values())
                .withName("write-subscriptions"));
    Stamps.ofAlerts(
            outcomes
                .flatMapValues(Outcome::alerts, Named.as("alerts-of-deliveries"))
                .selectKey((key, alert) -> alert.companyId(), Named.as("by-company")))
        .to(
            Alerts.TOPIC.name(),
            Produced.with(Alerts.TOPIC.keys(), Alerts.TOPIC.values()).withName("write-alerts"));
    return builder.build();
  }

  private static <V> Repartitioned<String, V> bySubscription(String name, Class<V> type) {
    return Repartitioned.<String, V>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(new JsonSerde<>(type))
        .withNumberOfPartitions(Deliveries.TOPIC.partitions());
  }
}
