package costwire.extract.step;

import costwire.extract.Claim;
import costwire.ingest.Duplicate;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Tells an article's claims again when it is found to be a copy, without reading it again. */
public final class RelinkClaims implements ProcessorSupplier<String, Duplicate, String, Claim> {
  private final MeterRegistry registry;

  public RelinkClaims(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Processor<String, Duplicate, String, Claim> get() {
    return new Relinker();
  }

  @SuppressWarnings("NullAway.Init") // the store is there before the first record
  private final class Relinker extends ContextualProcessor<String, Duplicate, String, Claim> {
    private KeyValueStore<String, ArticleState> states;

    @Override
    public void init(ProcessorContext<String, Claim> context) {
      super.init(context);
      states = context.getStateStore(ReadClaims.STORE);
    }

    @Override
    public void process(Record<String, Duplicate> record) {
      @Nullable Duplicate link = record.value();
      String original = link == null ? null : link.duplicateOf();
      ArticleState state = states.get(record.key());
      if (state == null) {
        return;
      }
      List<Claim> claims = state.claims().stream().map(claim -> claim.ofCopy(original)).toList();
      if (!claims.equals(state.claims())) {
        states.put(record.key(), new ArticleState(state.readAt(), state.fingerprint(), claims));
        claims.forEach(claim -> context().forward(ClaimEvent.of(claim, record.timestamp())));
        registry
            .counter("costwire.articles", "stage", "extract", "outcome", "relinked")
            .increment();
      }
    }
  }
}
