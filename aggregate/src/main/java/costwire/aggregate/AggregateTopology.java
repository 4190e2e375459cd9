package costwire.aggregate;

import costwire.aggregate.alert.AlertRules;
import costwire.aggregate.alert.EstimateChange;
import costwire.aggregate.step.AttributedClaims;
import costwire.aggregate.step.CompanyEstimates;
import costwire.aggregate.step.DecidedAlerts;
import costwire.aggregate.step.EventHeaders;
import costwire.aggregate.step.FoldedEvidence;
import costwire.aggregate.step.KeptClaims;
import costwire.extract.Claim;
import costwire.extract.Claims;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Claims to estimates and alerts, a table of contents: each step is a file of {@code step}. */
public final class AggregateTopology {
  /** Claims that come within this time of each other cost one recomputation. */
  public static final Duration PAUSE = Duration.ofMillis(200);

  private AggregateTopology() {}

  /** The topology with the usual rules for alerts. */
  public static Topology of(Estimator estimator, MeterRegistry registry) {
    return on(new StreamsBuilder(), estimator, AlertRules.standard(), registry);
  }

  /**
   * The topology with a share of the caller's choice.
   *
   * @param share by which a median must move to be told; 0.1 is 10 %
   * @throws IllegalArgumentException if the share is below 3 %
   */
  public static Topology of(Estimator estimator, BigDecimal share, MeterRegistry registry) {
    return on(new StreamsBuilder(), estimator, AlertRules.movedBy(share), registry);
  }

  /** The topology on a builder that may be stricter than the usual one. */
  static Topology on(
      StreamsBuilder builder, Estimator estimator, AlertRules rules, MeterRegistry registry) {
    KStream<String, Claim> claims =
        builder.stream(
            Claims.TOPIC.name(),
            Consumed.with(Claims.TOPIC.keys(), Claims.TOPIC.values()).withName("read-claims"));

    KStream<String, Claim> attributed = AttributedClaims.of(claims, registry);
    KStream<String, Claim> changes = KeptClaims.of(builder, attributed);
    KStream<String, Claim> folded = FoldedEvidence.of(builder, changes);
    KStream<String, EstimateChange> estimated =
        CompanyEstimates.of(builder, folded, estimator, registry, PAUSE);
    // A company of which nothing is said any more gets a tombstone.
    KStream<String, Estimate> estimates =
        estimated.mapValues(EstimateChange::published, Named.as("latest-estimates"));
    KStream<String, Alert> alerts = DecidedAlerts.of(builder, estimated, rules);

    EventHeaders.ofEstimates(estimates)
        .to(
            Estimates.TOPIC.name(),
            Produced.with(Estimates.TOPIC.keys(), Estimates.TOPIC.values())
                .withName("write-estimates"));
    EventHeaders.ofAlerts(alerts)
        .to(
            Alerts.TOPIC.name(),
            Produced.with(Alerts.TOPIC.keys(), Alerts.TOPIC.values()).withName("write-alerts"));
    return builder.build();
  }
}
