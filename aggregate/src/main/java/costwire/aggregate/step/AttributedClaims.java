package costwire.aggregate.step;

import costwire.aggregate.evidence.Silence;
import costwire.extract.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.jspecify.annotations.Nullable;

/**
 * Passes over what belongs to no company's estimate, and counts it by reason; counts likewise what
 * stands in one's evidence, but enters no sum.
 */
public final class AttributedClaims {
  private static final String IGNORED = "costwire.claims.ignored";

  private static final String SILENT = "costwire.claims.silent";

  private AttributedClaims() {}

  public static KStream<String, Claim> of(KStream<String, Claim> claims, MeterRegistry registry) {
    return claims.filter(
        (company, claim) -> {
          String reason = reason(company, claim);
          count(registry, IGNORED, reason);
          if (reason == null) {
            count(registry, SILENT, Silence.of(claim));
          }
          return reason == null;
        },
        Named.as("attributed-claims"));
  }

  private static void count(MeterRegistry registry, String counter, @Nullable String reason) {
    if (reason != null) {
      registry.counter(counter, "reason", reason).increment();
    }
  }

  private static @Nullable String reason(@Nullable String company, @Nullable Claim claim) {
    if (claim == null) {
      return "empty";
    }
    if (claim.companyId().equals(Claim.UNATTRIBUTED)) {
      return "unattributed";
    }
    return claim.companyId().equals(company) ? null : "wrong-key";
  }
}
