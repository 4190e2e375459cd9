package costwire.aggregate.step;

import costwire.aggregate.Alert;
import costwire.aggregate.alert.AlertRules;
import costwire.aggregate.alert.EstimateChange;
import costwire.aggregate.alert.Memory;
import costwire.aggregate.alert.Told;
import costwire.extract.Claim;
import costwire.stream.JsonSerde;
import java.time.Instant;
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

/** Decides what a change of an estimate is worth telling, and remembers what was told. */
public final class DecidedAlerts {
  /** Company id to how its lines stood at their last alerts. */
  static final String TOLD = "told-estimates";

  /** Voice to how often it was told as new. */
  static final String VOICES = "told-voices";

  private DecidedAlerts() {}

  public static KStream<String, Alert> of(
      StreamsBuilder builder, KStream<String, EstimateChange> changes, AlertRules rules) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(TOLD), Serdes.String(), new JsonSerde<>(Told.class)));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(VOICES), Serdes.String(), Serdes.Integer()));
    return changes.process(
        () -> new Decider(rules), Named.as("decide-alerts"), KeptClaims.STORE, TOLD, VOICES);
  }

  @SuppressWarnings("NullAway.Init") // the stores are there before the first record
  private static final class Decider
      extends ContextualProcessor<String, EstimateChange, String, Alert> {
    private final AlertRules rules;
    private KeyValueStore<String, Claim> claims;
    private KeyValueStore<String, Told> told;
    private KeyValueStore<String, Integer> voices;

    Decider(AlertRules rules) {
      this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
      super.init(context);
      claims = context.getStateStore(KeptClaims.STORE);
      told = context.getStateStore(TOLD);
      voices = context.getStateStore(VOICES);
    }

    @Override
    public void process(Record<String, EstimateChange> record) {
      String company = record.key();
      AlertRules.Decision decision =
          rules.decide(
              company,
              record.value(),
              Instant.ofEpochMilli(record.timestamp()),
              new Remembered(company));
      told.put(company, decision.told().isEmpty() ? null : decision.told());
      decision.voices().forEach(voice -> voices.put(voice, timesTold(voice) + 1));
      decision.alerts().forEach(alert -> context().forward(record.withValue(alert)));
    }

    private int timesTold(String voice) {
      Integer times = voices.get(voice);
      return times == null ? 0 : times;
    }

    /** The stores, as far as they are about one company. */
    private final class Remembered implements Memory {
      private final String company;

      Remembered(String company) {
        this.company = company;
      }

      @Override
      public Told told() {
        Told known = told.get(company);
        return known == null ? Told.NOTHING : known;
      }

      @Override
      public @Nullable Claim claim(String id) {
        return KeptClaims.get(claims, company, id);
      }

      @Override
      public int timesTold(String voice) {
        return Decider.this.timesTold(voice);
      }
    }
  }
}
