package costwire.ingest.duplicate;

import costwire.ingest.Duplicate;
import costwire.stream.CloudEvents;
import costwire.stream.JsonSerde;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Keeps the earlier articles that each article is like, and tells when the earliest is another. */
public final class KeepOriginals implements ProcessorSupplier<String, Meeting, String, Duplicate> {
  static final String STORE = "originals";
  private static final String SOURCE = "/costwire/duplicates";
  private static final String TYPE = "costwire.duplicate.v1";

  private final MeterRegistry registry;

  public KeepOriginals(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE),
            Serdes.String(),
            new JsonSerde<>(Originals.class)));
  }

  @Override
  public Processor<String, Meeting, String, Duplicate> get() {
    return new Keeper();
  }

  @SuppressWarnings("NullAway.Init") // the store is there before the first record
  private final class Keeper extends ContextualProcessor<String, Meeting, String, Duplicate> {
    private KeyValueStore<String, Originals> store;

    @Override
    public void init(ProcessorContext<String, Duplicate> context) {
      super.init(context);
      store = context.getStateStore(STORE);
      Ageing.of(store, Originals::readAt).in(context);
    }

    @Override
    public void process(Record<String, Meeting> record) {
      Originals known = store.get(record.key());
      Originals before = known == null ? Originals.NONE : known;
      Originals now = before.after(record.value(), record.timestamp());
      if (now.isEmpty()) {
        store.delete(record.key());
      } else {
        store.put(record.key(), now);
      }
      Optional<Duplicate> link = link(record.key(), now);
      if (!link.equals(link(record.key(), before))) {
        tell(record.key(), link, record.timestamp());
      }
    }

    private static Optional<Duplicate> link(String id, Originals originals) {
      return originals.first().map(first -> new Duplicate(id, first.earlier(), first.similarity()));
    }

    @SuppressWarnings("NullAway") // a tombstone is a null value
    private void tell(String id, Optional<Duplicate> link, long time) {
      String event = id + link.map(found -> "-of-" + found.duplicateOf()).orElse("-alone");
      RecordHeaders headers = new RecordHeaders();
      CloudEvents.stamp(headers, event, SOURCE, TYPE, Instant.ofEpochMilli(time));
      context().forward(new Record<>(id, link.orElse(null), time, headers));
      registry
          .counter("costwire.duplicates", "outcome", link.isPresent() ? "linked" : "unlinked")
          .increment();
    }
  }
}
