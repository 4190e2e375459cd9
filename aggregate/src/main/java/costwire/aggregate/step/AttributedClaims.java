package costwire.aggregate.step;

import costwire.extract.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.jspecify.annotations.Nullable;

/** Passes over what moves no company's estimate, and counts it by reason. */
public final class AttributedClaims {
  private static final String IGNORED = "costwire.claims.ignored";

  private AttributedClaims() {}

  public static KStream<String, Claim> of(KStream<String, Claim> claims, MeterRegistry registry) {
    return claims.filter(
        (company, claim) -> {
          String reason = reason(company, claim);
          if (reason != null) {
            registry.counter(IGNORED, "reason", reason).increment();
          }
          return reason == null;
        },
        Named.as("attributed-claims"));
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
