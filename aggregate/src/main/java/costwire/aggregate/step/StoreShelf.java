package costwire.aggregate.step;

import costwire.aggregate.evidence.Shelf;
import java.util.function.BiPredicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A state store as a shelf. */
record StoreShelf<V>(KeyValueStore<String, V> store) implements Shelf<V> {
  private static final StringSerializer PREFIX = new StringSerializer();

  @Override
  public @Nullable V get(String key) {
    return store.get(key);
  }

  @Override
  public void put(String key, V value) {
    store.put(key, value);
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }

  @Override
  public void scan(String prefix, BiPredicate<String, V> more) {
    try (KeyValueIterator<String, V> entries = store.prefixScan(prefix, PREFIX)) {
      while (entries.hasNext()) {
        KeyValue<String, V> entry = entries.next();
        if (!more.test(entry.key, entry.value)) {
          return;
        }
      }
    }
  }
}
