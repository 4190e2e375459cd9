package costwire.deploy.notify;

import costwire.aggregate.Alert;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * All subscriptions, in every process. The global store behind it is in memory and thus read anew
 * from the topic at each start; the book holds the same as objects, so that an alert is not paid
 * for by reading thousands of subscriptions from their bytes.
 */
final class SubscriptionBook {
  private static final String STORE = "subscriptions";

  private final Map<String, Subscription> byId = new ConcurrentHashMap<>();

  /** The book that is kept up to date by a topology. */
  static SubscriptionBook on(StreamsBuilder builder) {
    SubscriptionBook book = new SubscriptionBook();
    builder.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Subscriptions.TOPIC.values())
            .withLoggingDisabled(),
        Subscriptions.TOPIC.name(),
        Consumed.with(Subscriptions.TOPIC.keys(), Subscriptions.TOPIC.values())
            .withName("read-subscriptions"),
        () -> new Keeper(book));
    return book;
  }

  @Nullable Subscription find(String id) {
    return byId.get(id);
  }

  /** Whether this very state of a subscription is still its latest. */
  @SuppressWarnings("ReferenceEquality") // one that is put again in the same words is a new state
  boolean holds(Subscription subscription) {
    return byId.get(subscription.id()) == subscription;
  }

  /** Those that want the alert, in the order of their ids. */
  List<Subscription> wanting(Alert alert) {
    return byId.values().stream()
        .filter(subscription -> subscription.wants(alert))
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .toList();
  }

  private void put(String id, @Nullable Subscription subscription) {
    if (subscription == null) {
      byId.remove(id);
    } else {
      byId.put(id, subscription);
    }
  }

  @SuppressWarnings("NullAway.Init") // the store is there before the first record
  private static final class Keeper extends ContextualProcessor<String, Subscription, Void, Void> {
    private final SubscriptionBook book;
    private KeyValueStore<String, Subscription> store;

    Keeper(SubscriptionBook book) {
      this.book = book;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      super.init(context);
      store = context.getStateStore(STORE);
      try (KeyValueIterator<String, Subscription> all = store.all()) {
        all.forEachRemaining(entry -> book.put(entry.key, entry.value));
      }
    }

    @Override
    public void process(Record<String, Subscription> record) {
      store.put(record.key(), record.value());
      book.put(record.key(), record.value());
    }
  }
}
