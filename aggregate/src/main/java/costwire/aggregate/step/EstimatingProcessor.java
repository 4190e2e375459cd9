package costwire.aggregate.step;

import costwire.aggregate.Estimate;
import costwire.aggregate.Estimator;
import costwire.aggregate.alert.EstimateChange;
import costwire.extract.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks companies whose claims changed, and estimates the marked ones now and then. */
@SuppressWarnings("NullAway.Init") // the stores are there before the first record
final class EstimatingProcessor extends ContextualProcessor<String, Claim, String, EstimateChange> {
  private static final Logger LOG = LoggerFactory.getLogger(EstimatingProcessor.class);

  /** Nanoseconds at one stretch: a member of the group that is silent for minutes is put out. */
  private static final long LONGEST = 10_000_000_000L;

  private final Estimator estimator;
  private final MeterRegistry registry;
  private final EstimateGauges gauges;
  private final Duration pause;
  private KeyValueStore<String, Claim> claims;
  private KeyValueStore<String, Long> dirty;
  private KeyValueStore<String, Estimate> emitted;

  /** Id of the company settled last. */
  private String latest = "";

  EstimatingProcessor(Estimator estimator, MeterRegistry registry, Duration pause) {
    this.estimator = estimator;
    this.registry = registry;
    this.gauges = new EstimateGauges(registry);
    this.pause = pause;
  }

  @Override
  public void init(ProcessorContext<String, EstimateChange> context) {
    super.init(context);
    claims = context.getStateStore(KeptClaims.STORE);
    dirty = context.getStateStore(CompanyEstimates.DIRTY);
    emitted = context.getStateStore(CompanyEstimates.EMITTED);
    try (KeyValueIterator<String, Estimate> known = emitted.all()) {
      known.forEachRemaining(estimate -> gauges.show(estimate.value));
    }
    context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, now -> settle());
  }

  @Override
  public void process(Record<String, Claim> record) {
    Long marked = dirty.get(record.key());
    long newest = marked == null ? record.timestamp() : Math.max(marked, record.timestamp());
    dirty.put(record.key(), newest);
  }

  @Override
  public void close() {
    gauges.close();
  }

  /** Works for a while; the companies that are left come first the next time. */
  private void settle() {
    NavigableMap<String, Long> marked = new TreeMap<>();
    try (KeyValueIterator<String, Long> marks = dirty.all()) {
      marks.forEachRemaining(mark -> marked.put(mark.key, mark.value));
    }
    long start = System.nanoTime();
    for (int left = marked.size(); left > 0 && System.nanoTime() - start < LONGEST; left--) {
      Map.Entry<String, Long> next = marked.higherEntry(latest);
      Map.Entry<String, Long> mark = next == null ? marked.firstEntry() : next;
      latest = mark.getKey();
      count(settle(latest, mark.getValue()));
      dirty.delete(latest);
    }
  }

  /** The outcome, in a word. */
  private String settle(String companyId, long timestamp) {
    List<Claim> standing = KeptClaims.of(claims, companyId);
    Estimate before = emitted.get(companyId);
    Estimate now = null;
    try {
      now = standing.isEmpty() ? null : estimator.estimate(companyId, standing, null);
    } catch (ArithmeticException | IllegalArgumentException e) {
      // One company's figures must not stop the others; the claims stay for a better estimator.
      LOG.warn("no estimate for {}: {}", companyId, e.getMessage());
      return "failed";
    }
    if (now == null ? before == null : now.equals(before)) {
      return "unchanged";
    }
    keep(companyId, now);
    context().forward(new Record<>(companyId, new EstimateChange(before, now), timestamp));
    return now == null ? "withdrawn" : "emitted";
  }

  private void keep(String companyId, @Nullable Estimate estimate) {
    if (estimate == null) {
      emitted.delete(companyId);
      gauges.forget(companyId);
    } else {
      emitted.put(companyId, estimate);
      gauges.show(estimate);
    }
  }

  private void count(String outcome) {
    registry.counter("costwire.estimates", "outcome", outcome).increment();
  }
}
