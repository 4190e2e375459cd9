package costwire.aggregate.step;

import costwire.aggregate.evidence.Silence;
import costwire.extract.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Passes over what belongs to no company's estimate, and counts it by reason; counts likewise what
 * stands in one's evidence, but enters no sum.
 */
public final class AttributedClaims {
  private static final String IGNORED = "costwire.claims.ignored";

  /** How far clocks and time zones may be apart. */
  private static final Duration AHEAD = Duration.ofDays(2);

  private static final String SILENT = "costwire.claims.silent";

  private AttributedClaims() {}

  public static KStream<String, Claim> of(KStream<String, Claim> claims, MeterRegistry registry) {
    return claims.processValues(() -> new Gate(registry), Named.as("attributed-claims"));
  }

  /** Looks at the record's time, too: the same record is let through or not whenever it is read. */
  private static final class Gate extends ContextualFixedKeyProcessor<String, Claim, Claim> {
    private final MeterRegistry registry;

    Gate(MeterRegistry registry) {
      this.registry = registry;
    }

    @Override
    public void process(FixedKeyRecord<String, Claim> record) {
      String reason = reason(record.key(), record.value(), record.timestamp());
      count(registry, IGNORED, reason);
      if (reason == null) {
        count(registry, SILENT, Silence.of(record.value()));
        context().forward(record);
      }
    }
  }

  private static void count(MeterRegistry registry, String counter, @Nullable String reason) {
    if (reason != null) {
      registry.counter(counter, "reason", reason).increment();
    }
  }

  private static @Nullable String reason(
      @Nullable String company, @Nullable Claim claim, long written) {
    if (claim == null) {
      return "empty";
    }
    if (claim.companyId().equals(Claim.UNATTRIBUTED)) {
      return "unattributed";
    }
    if (!claim.companyId().equals(company)) {
      return "wrong-key";
    }
    return isOfTheFuture(claim, written) ? "future-date" : null;
  }

  /**
   * A retraction takes out what stands, whatever its date; nothing else can be known beforehand.
   */
  private static boolean isOfTheFuture(Claim claim, long written) {
    Instant at = claim.publishedAt();
    return at != null
        && !claim.retracted()
        && at.isAfter(Instant.ofEpochMilli(written).plus(AHEAD));
  }
}
