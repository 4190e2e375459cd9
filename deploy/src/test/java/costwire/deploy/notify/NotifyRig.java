package costwire.deploy.notify;

import costwire.aggregate.Alert;
import costwire.aggregate.Alerts;
import costwire.aggregate.Estimate;
import costwire.deploy.TurnedClock;
import costwire.extract.DeadLetterHandler;
import costwire.extract.Scope;
import costwire.ingest.Courier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The topology with receivers that do as they are told, and a clock that a test turns. */
final class NotifyRig implements AutoCloseable {
  static final Instant START = Instant.parse("2025-09-18T06:00:00Z");

  /** A send as the receiver saw it. */
  record Sent(Instant at, String subscription, Delivery delivery) {}

  final List<Sent> sent = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TurnedClock clock = new TurnedClock(START.plusSeconds(1));
  private final Map<String, Function<Sent, CompletableFuture<Verdict>>> receivers = new HashMap<>();
  private final String description;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Subscription> subscriptions;
  private final TestInputTopic<String, Alert> alerts;
  private final TestInputTopic<String, Order> orders;
  private final TestOutputTopic<String, Delivery> deliveries;
  private final TestOutputTopic<String, Subscription> disabled;
  private final TestOutputTopic<String, Alert> told;

  NotifyRig(Path folder) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "notify-test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    StreamsBuilder strict = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
    Topology topology = NotifyTopology.on(strict, new Fake(), clock, meters);
    description = topology.describe().toString();
    driver = new TopologyTestDriver(topology, settings, clock.instant());
    subscriptions =
        driver.createInputTopic(
            Subscriptions.TOPIC.name(),
            Subscriptions.TOPIC.keys().serializer(),
            Subscriptions.TOPIC.values().serializer());
    alerts =
        driver.createInputTopic(
            Alerts.TOPIC.name(),
            Alerts.TOPIC.keys().serializer(),
            Alerts.TOPIC.values().serializer());
    orders =
        driver.createInputTopic(
            Deliveries.ORDERS.name(),
            Deliveries.ORDERS.keys().serializer(),
            Deliveries.ORDERS.values().serializer());
    deliveries =
        driver.createOutputTopic(
            Deliveries.TOPIC.name(),
            Deliveries.TOPIC.keys().deserializer(),
            Deliveries.TOPIC.values().deserializer());
    disabled =
        driver.createOutputTopic(
            Subscriptions.TOPIC.name(),
            Subscriptions.TOPIC.keys().deserializer(),
            Subscriptions.TOPIC.values().deserializer());
    told =
        driver.createOutputTopic(
            Alerts.TOPIC.name(),
            Alerts.TOPIC.keys().deserializer(),
            Alerts.TOPIC.values().deserializer());
  }

  /** The topology in words; it is built by a builder that takes no name but ours. */
  String description() {
    return description;
  }

  static Subscription subscription(String id) {
    return subscription(id, Pace.STANDARD);
  }

  static Subscription subscription(String id, Pace pace) {
    return new Subscription(
        id,
        "Desk " + id,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        pace,
        new Deliver(
            new Deliver.Webhook(
                URI.create("https://" + id + ".example/hook"), Signer.newSecret(), null, null),
            null,
            null),
        START,
        null,
        null);
  }

  static Alert alert(String id, String company, long millions) {
    Estimate.Interval usd =
        new Estimate.Interval(
            BigDecimal.valueOf(millions * 900_000),
            BigDecimal.valueOf(millions * 1_000_000),
            BigDecimal.valueOf(millions * 1_100_000));
    return new Alert(
        id,
        START.plusSeconds(1),
        company,
        company.toUpperCase(Locale.ROOT),
        Alert.Kind.NEW_CLAIM,
        new Alert.Line("M1", Scope.TRAINING_RUN),
        null,
        new Alert.State(usd, Estimate.Agreement.SINGLE_SOURCE, 1),
        company + " is told to have spent " + millions + " million dollars.",
        List.of("claim-" + id),
        null);
  }

  /** About {@code deepseek}, which calls itself as it likes. */
  static Alert saying(String id, String company, String reason) {
    Alert plain = alert(id, "deepseek", 5);
    return new Alert(
        plain.id(),
        plain.at(),
        plain.companyId(),
        company,
        plain.kind(),
        plain.line(),
        plain.before(),
        plain.after(),
        reason,
        plain.claimIds(),
        null);
  }

  void subscribe(Subscription subscription) {
    subscriptions.pipeInput(subscription.id(), subscription);
  }

  /** Puts there what no server of ours would. */
  void subscribe(String id, String json) {
    driver
        .createInputTopic(
            Subscriptions.TOPIC.name(), new StringSerializer(), new StringSerializer())
        .pipeInput(id, json);
  }

  void end(String id) {
    subscriptions.pipeInput(id, (Subscription) null);
  }

  void tell(Alert alert) {
    alerts.pipeInput(alert.companyId(), alert, clock.instant());
  }

  void order(Order order) {
    orders.pipeInput(order.subscriptionId(), order, clock.instant());
  }

  /** What a subscription's receiver does; without it, it takes everything. */
  void receiver(String subscription, Function<Sent, CompletableFuture<Verdict>> behaviour) {
    receivers.put(subscription, behaviour);
  }

  static Function<Sent, CompletableFuture<Verdict>> always(Verdict verdict) {
    return sent -> CompletableFuture.completedFuture(verdict);
  }

  static Verdict status(int status) {
    return Verdict.of(new Courier.Receipt(status, null, null));
  }

  /** Lets time go by, in steps as long as the shorter of the whole and a minute. */
  void pass(Duration time) {
    Duration step = time.compareTo(Duration.ofMinutes(1)) < 0 ? time : Duration.ofMinutes(1);
    for (Duration left = time; !left.isZero() && !left.isNegative(); left = left.minus(step)) {
      clock.pass(step);
      driver.advanceWallClockTime(step);
      // A message is sent at the beat after the one it was made at, an answer seen at the next.
      driver.advanceWallClockTime(Duration.ofMillis(100));
      driver.advanceWallClockTime(Duration.ofMillis(100));
    }
  }

  Instant now() {
    return clock.instant();
  }

  List<String> ids() {
    return sent.stream().map(each -> each.delivery().id()).toList();
  }

  /** The latest that the topic says of each message. */
  Map<String, Delivery> deliveries() {
    Map<String, Delivery> latest = new HashMap<>();
    deliveries.readKeyValuesToList().forEach(record -> latest.put(record.key, record.value));
    return latest;
  }

  /** How often the metric counted an outcome. */
  double counted(String outcome) {
    return meters.get("costwire.alert.deliveries").tag("outcome", outcome).counter().count();
  }

  /** The subscriptions of which it is kept when their last message left. */
  List<String> rested() {
    List<String> ids = new ArrayList<>();
    try (KeyValueIterator<String, Long> all =
        driver.<String, Long>getKeyValueStore(Gathering.LEFT).all()) {
      all.forEachRemaining(entry -> ids.add(entry.key));
    }
    return ids;
  }

  List<Subscription> disabled() {
    List<Subscription> all = disabled.readValuesToList();
    all.forEach(this::subscribe);
    return all;
  }

  List<Alert> told() {
    return told.readValuesToList();
  }

  @Override
  public void close() {
    driver.close();
  }

  private final class Fake implements Transport {
    @Override
    public CompletableFuture<Verdict> send(Subscription subscription, Delivery delivery) {
      Sent send = new Sent(clock.instant(), subscription.id(), delivery);
      sent.add(send);
      return receivers.getOrDefault(subscription.id(), always(status(204))).apply(send);
    }

    @Override
    public String lane(Subscription subscription) {
      return subscription.id();
    }
  }
}
