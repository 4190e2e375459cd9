package costwire.aggregate.step;

import costwire.aggregate.Estimates;
import costwire.aggregate.Estimator;
import costwire.aggregate.alert.EstimateChange;
import costwire.extract.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/**
 * Estimates anew the companies whose claims changed, a burst of changes at once, and emits, with
 * what was before, what is no longer as it was.
 */
public final class CompanyEstimates {
  /** Company id to the timestamp of its newest change: what a killed process still owes. */
  static final String DIRTY = "dirty-companies";

  /** Company id to the estimate that was last emitted. */
  static final String EMITTED = "emitted-estimates";

  private CompanyEstimates() {}

  public static KStream<String, EstimateChange> of(
      StreamsBuilder builder,
      KStream<String, Claim> changes,
      Estimator estimator,
      MeterRegistry registry,
      Duration pause) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(DIRTY), Serdes.String(), Serdes.Long()));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(EMITTED), Serdes.String(), Estimates.TOPIC.values()));
    return changes.process(
        () -> new EstimatingProcessor(estimator, registry, pause),
        Named.as("estimate-companies"),
        KeptClaims.STORE,
        FoldedEvidence.ARTICLES,
        FoldedEvidence.PIECES,
        FoldedEvidence.INDEX,
        DIRTY,
        EMITTED);
  }
}
