package costwire.aggregate.step;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate;
import costwire.aggregate.Estimates;
import costwire.aggregate.Estimator;
import costwire.aggregate.SampleClaim;
import costwire.aggregate.alert.EstimateChange;
import costwire.aggregate.evidence.Contribution;
import costwire.aggregate.evidence.EvidenceBase;
import costwire.aggregate.evidence.Piece;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.stream.JsonSerde;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class EstimatingProcessorTest {
  private static final Estimator ESTIMATOR = Estimator.standard();

  private final KeyValueStore<String, Claim> claims =
      store(KeptClaims.STORE, Claims.TOPIC.values());
  private final KeyValueStore<String, Long> dirty = store(CompanyEstimates.DIRTY, Serdes.Long());
  private final KeyValueStore<String, Estimate> emitted =
      store(CompanyEstimates.EMITTED, Estimates.TOPIC.values());

  private final KeyValueStore<String, Contribution> articles =
      store(FoldedEvidence.ARTICLES, new JsonSerde<>(Contribution.class));
  private final KeyValueStore<String, Piece> pieces =
      store(FoldedEvidence.PIECES, new JsonSerde<>(Piece.class));
  private final KeyValueStore<String, String> index = store(FoldedEvidence.INDEX, Serdes.String());

  private static <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
        .withLoggingDisabled()
        .build();
  }

  /** A process that finds the stores as the one before left them. */
  private final class Run {
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private long now;
    final MockProcessorContext<String, EstimateChange> context = new MockProcessorContext<>();
    final EstimatingProcessor processor =
        new EstimatingProcessor(ESTIMATOR, registry, Duration.ofMillis(50));

    Run() {
      for (KeyValueStore<String, ?> store :
          List.of(claims, articles, pieces, index, dirty, emitted)) {
        if (!store.isOpen()) {
          store.init(context.getStateStoreContext(), store);
        }
        context.addStateStore(store);
      }
      processor.init(context);
    }

    void take(Claim claim) {
      claims.put(claim.companyId() + '\0' + claim.id(), claim);
      new EvidenceBase(claim.companyId(), FoldedEvidence.shelves(context)).take(claim);
      processor.process(new Record<>(claim.companyId(), claim, 5));
    }

    List<String> settle() {
      context.resetForwards();
      context.scheduledPunctuators().get(0).getPunctuator().punctuate(now += 60_000);
      return context.forwarded().stream().map(f -> String.valueOf(f.record().key())).toList();
    }

    boolean shows(String company) {
      return registry.find("costwire.estimate.usd").tags("company", company).gauge() != null;
    }
  }

  @Test
  void whatAKilledProcessMarkedTheNextOneSettlesOnce() {
    Run killed = new Run();
    killed.take(SampleClaim.cost("a").exactly("294000").build());

    Run next = new Run();
    assertThat(next.settle()).containsExactly("deepseek");
    assertThat(next.settle()).isEmpty();
    assertThat(emitted.get("deepseek")).isNotNull();
  }

  @Test
  void theNextProcessShowsTheEstimatesThatAreKnownAndEmitsNoneAgain() {
    Run first = new Run();
    first.take(SampleClaim.cost("a").exactly("294000").build());
    first.settle();

    Run next = new Run();
    assertThat(next.shows("deepseek")).isTrue();
    assertThat(next.settle()).isEmpty();

    next.processor.close();
    assertThat(next.shows("deepseek")).isFalse();
  }
}
