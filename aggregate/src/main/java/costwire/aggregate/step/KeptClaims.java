package costwire.aggregate.step;

import costwire.extract.Claim;
import costwire.extract.Claims;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
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
      store.delete(key);
      if (kept != null && !kept.articleId().equals(claim.articleId())) {
        // What it said in another article must go, or nothing would ever take it out.
        context().forward(record.withValue(kept.retraction()));
      }
      if (!claim.retracted()) {
        store.put(key, claim);
      }
      context().forward(record);
    }
  }
}
