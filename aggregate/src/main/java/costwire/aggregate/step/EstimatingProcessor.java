package costwire.aggregate.step;

import costwire.aggregate.Estimate;
import costwire.aggregate.Estimator;
import costwire.aggregate.alert.EstimateChange;
import costwire.aggregate.evidence.EvidenceBase;
import costwire.aggregate.evidence.EvidenceBase.Shelves;
import costwire.extract.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
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

  /** Nanoseconds at one stretch, and a little more: then claims that wait have their turn. */
  private static final long LONGEST = 2_000_000_000L;

  /** While claims come, so many times as long is given to them as to estimates. */
  private static final int SHARE = 4;

  private static final long NANOS = 1_000_000;

  private final Estimator estimator;
  private final MeterRegistry registry;
  private final EstimateGauges gauges;
  private final Duration pause;
  private Shelves shelves;
  private KeyValueStore<String, Long> dirty;
  private KeyValueStore<String, Estimate> emitted;

  /** Id of the company settled last. */
  private String latest = "";

  /** Whether a claim came since companies were last settled. */
  private boolean busy;

  /** Until when claims have their turn, if any come, in milliseconds. */
  private long rest = Long.MIN_VALUE;

  EstimatingProcessor(Estimator estimator, MeterRegistry registry, Duration pause) {
    this.estimator = estimator;
    this.registry = registry;
    this.gauges = new EstimateGauges(registry);
    this.pause = pause;
  }

  @Override
  public void init(ProcessorContext<String, EstimateChange> context) {
    super.init(context);
    shelves = FoldedEvidence.shelves(context);
    dirty = context.getStateStore(CompanyEstimates.DIRTY);
    emitted = context.getStateStore(CompanyEstimates.EMITTED);
    try (KeyValueIterator<String, Estimate> known = emitted.all()) {
      known.forEachRemaining(estimate -> gauges.show(estimate.value));
    }
    context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, this::settle);
  }

  @Override
  public void process(Record<String, Claim> record) {
    Long marked = dirty.get(record.key());
    long newest = marked == null ? record.timestamp() : Math.max(marked, record.timestamp());
    if (marked == null || marked < newest) {
      dirty.put(record.key(), newest);
    }
    busy = true;
  }

  @Override
  public void close() {
    gauges.close();
  }

  /** Works for a while; the companies that are left come first the next time. */
  private void settle(long now) {
    if (busy && now < rest) {
      return;
    }
    busy = false;
    NavigableMap<String, Long> marked = new TreeMap<>();
    try (KeyValueIterator<String, Long> marks = dirty.all()) {
      marks.forEachRemaining(mark -> marked.put(mark.key, mark.value));
    }
    long start = System.nanoTime();
    for (int left = marked.size(); left > 0 && System.nanoTime() - start < LONGEST; left--) {
      Map.Entry<String, Long> next = marked.higherEntry(latest);
      Map.Entry<String, Long> mark = next == null ? marked.firstEntry() : next;
      latest = mark.getKey();
      Timer.Sample sample = Timer.start(registry);
      count(settle(latest, mark.getValue()));
      sample.stop(registry.timer("costwire.stage.duration", "stage", "aggregate"));
      dirty.delete(latest);
    }
    long spent = (System.nanoTime() - start) / NANOS;
    rest = now + (1 + SHARE) * spent;
  }

  /** The outcome, in a word. */
  private String settle(String companyId, long timestamp) {
    EvidenceBase evidence = new EvidenceBase(companyId, shelves);
    Estimate before = emitted.get(companyId);
    EstimateChange change;
    try {
      Estimate now = estimator.estimate(evidence, before);
      change = new EstimateChange(before, now.lines().isEmpty() ? null : now);
    } catch (ArithmeticException | IllegalArgumentException e) {
      // One company's figures must not stop the others; the evidence stays for a better estimator.
      LOG.warn("no estimate for {}: {}", companyId, e.getMessage());
      return "failed";
    }
    Estimate now = change.published();
    if (Objects.equals(now, before)) {
      return "unchanged";
    }
    keep(companyId, now);
    context().forward(new Record<>(companyId, change, timestamp));
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
