package costwire.deploy.notify;

import costwire.stream.JsonSerde;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Sees every message through its tries. All of its memory is in stores: what is under way when a
 * process dies is sent again by the next, under the same id.
 */
final class Outbox implements ProcessorSupplier<String, Delivery, String, Outcome> {
  /** Subscription, company and place: messages that are not through, in their order. */
  static final String QUEUES = "queued-deliveries";

  private final SubscriptionBook book;
  private final Transport transport;
  private final Clock clock;
  private final MeterRegistry registry;
  private final Lanes lanes = new Lanes();

  Outbox(SubscriptionBook book, Transport transport, Clock clock, MeterRegistry registry) {
    this.book = book;
    this.transport = transport;
    this.clock = clock;
    this.registry = registry;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(QUEUES),
            Serdes.String(),
            new JsonSerde<>(Delivery.class)));
  }

  @Override
  public Processor<String, Delivery, String, Outcome> get() {
    return new OutboxProcessor(book, transport, lanes, clock, registry);
  }
}
