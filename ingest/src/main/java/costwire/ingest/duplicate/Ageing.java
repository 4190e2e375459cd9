package costwire.ingest.duplicate;

import java.time.Duration;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what was read long ago, a little at a time, so that no record waits for it. Time is that
 * of the records: a system that rests forgets nothing.
 */
public final class Ageing<K, V> {
  /** As long as the topic of articles keeps an article. */
  public static final Duration KEPT = Duration.ofDays(30);

  static final Duration PAUSE = Duration.ofSeconds(1);

  /** Entries looked at in one go: a hundred million a day and store. */
  private static final int STEP = 1_000;

  private final KeyValueStore<K, V> store;
  private final ToLongFunction<V> readAt;
  private @Nullable K next;

  private Ageing(KeyValueStore<K, V> store, ToLongFunction<V> readAt) {
    this.store = store;
    this.readAt = readAt;
  }

  /**
   * @param readAt when a value was read, in milliseconds since the epoch
   */
  static <K, V> Ageing<K, V> of(KeyValueStore<K, V> store, ToLongFunction<V> readAt) {
    return new Ageing<>(store, readAt);
  }

  void in(ProcessingContext context) {
    context.schedule(
        PAUSE,
        PunctuationType.WALL_CLOCK_TIME,
        now -> step(context.currentStreamTimeMs() - KEPT.toMillis()));
  }

  private void step(long oldest) {
    try (KeyValueIterator<K, V> entries = next == null ? store.all() : store.range(next, null)) {
      next = null;
      for (int seen = 0; entries.hasNext(); seen++) {
        KeyValue<K, V> entry = entries.next();
        if (seen == STEP) {
          next = entry.key;
          return;
        }
        if (readAt.applyAsLong(entry.value) < oldest) {
          store.delete(entry.key);
        }
      }
    }
  }
}
