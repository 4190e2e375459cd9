package costwire.deploy.notify;

import costwire.aggregate.Alert;
import costwire.stream.JsonSerde;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Gathers what each subscription is to be told into messages. Which alerts make a message, and with
 * them its id, hangs on when they come; so nobody sends a message before it is committed: a process
 * that dies before that would gather anew, and tell the same alert under another id.
 */
final class Gathering implements ProcessorSupplier<String, Order, String, Delivery> {
  /** Subscription and alert: what was taken in already. */
  private static final String TAKEN = "taken-alerts";

  /** Subscription and company: alerts whose message has not left yet. */
  private static final String GROUPS = "open-groups";

  /** Subscription: when its last message left, in milliseconds. */
  static final String LEFT = "left-at";

  /** As long as alerts are kept: the same one may come again as long as it is there. */
  private static final Duration MEMORY = Duration.ofDays(90);

  private static final Duration BEAT = Duration.ofMillis(100);

  /** Seldom: nothing hangs on when it is forgotten. */
  private static final Duration TIDYING = Duration.ofHours(1);

  private final SubscriptionBook book;
  private final Clock clock;

  Gathering(SubscriptionBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.windowStoreBuilder(
            Stores.persistentWindowStore(TAKEN, MEMORY, Duration.ofMillis(1), false),
            Serdes.String(),
            Serdes.String()),
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(GROUPS), Serdes.String(), new JsonSerde<>(Group.class)),
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(LEFT), Serdes.String(), Serdes.Long()));
  }

  @Override
  public Processor<String, Order, String, Delivery> get() {
    return new Gatherer(book, clock);
  }

  @SuppressWarnings("NullAway.Init") // the stores are there before the first record
  private static final class Gatherer extends ContextualProcessor<String, Order, String, Delivery> {
    private final SubscriptionBook book;
    private final Clock clock;
    private Groups groups;

    Gatherer(SubscriptionBook book, Clock clock) {
      this.book = book;
      this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, Delivery> context) {
      super.init(context);
      groups =
          new Groups(
              context.getStateStore(TAKEN),
              context.getStateStore(GROUPS),
              context.getStateStore(LEFT));
      context.schedule(
          BEAT,
          PunctuationType.WALL_CLOCK_TIME,
          now -> groups.leaving(clock.instant(), book::find).forEach(this::pass));
      context.schedule(
          TIDYING, PunctuationType.WALL_CLOCK_TIME, now -> groups.forgetEnded(book::find));
    }

    @Override
    public void process(Record<String, Order> record) {
      Order order = record.value();
      Alert alert = order.alert();
      Delivery again = order.again();
      Instant now = clock.instant();
      if (alert != null) {
        Subscription subscription = book.find(order.subscriptionId());
        groups.take(order.subscriptionId(), subscription, alert, record.timestamp(), now);
      } else {
        pass(
            again == null
                ? Delivery.test(order.subscriptionId(), order.at(), now)
                : again.again(now));
      }
    }

    private void pass(Delivery delivery) {
      context().forward(new Record<>(delivery.subscriptionId(), delivery, clock.millis()));
    }
  }
}
