package costwire.aggregate.step;

import costwire.extract.Claim;
import costwire.extract.Claims;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Keeps the claims that stand, and lets through only what changes them. */
public final class KeptClaims {
  static final String STORE = "company-claims";

  /** Company and claim; ids hold no such character, so one company's claims lie together. */
  private static final char SEPARATOR = '\0';

  private KeptClaims() {}

  public static KStream<String, Claim> of(StreamsBuilder builder, KStream<String, Claim> claims) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE), Serdes.String(), Claims.TOPIC.values()));
    return claims.process(Keeper::new, Named.as("keep-claims"), STORE);
  }

  /** The claim if it stands. */
  static @Nullable Claim get(KeyValueStore<String, Claim> store, String companyId, String claimId) {
    return store.get(companyId + SEPARATOR + claimId);
  }

  /** The claims about a company that stand, in the order of their ids. */
  static List<Claim> of(KeyValueStore<String, Claim> store, String companyId) {
    List<Claim> claims = new ArrayList<>();
    String prefix = companyId + SEPARATOR;
    try (KeyValueIterator<String, Claim> kept = store.prefixScan(prefix, new StringSerializer())) {
      kept.forEachRemaining(claim -> claims.add(claim.value));
    }
    return claims;
  }

  @SuppressWarnings("NullAway.Init") // the store is there before the first record
  private static final class Keeper extends ContextualProcessor<String, Claim, String, Claim> {
    private KeyValueStore<String, Claim> store;

    @Override
    public void init(ProcessorContext<String, Claim> context) {
      super.init(context);
      store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Claim> record) {
      Claim claim = record.value();
      String key = record.key() + SEPARATOR + claim.id();
      Claim kept = store.get(key);
      if (claim.retracted() ? kept == null : claim.equals(kept)) {
        return;
      }
      if (claim.retracted()) {
        store.delete(key);
      } else {
        store.put(key, claim);
      }
      context().forward(record);
    }
  }
}
