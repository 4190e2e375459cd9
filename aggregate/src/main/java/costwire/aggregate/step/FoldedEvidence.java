package costwire.aggregate.step;

import costwire.aggregate.evidence.Contribution;
import costwire.aggregate.evidence.EvidenceBase;
import costwire.aggregate.evidence.EvidenceBase.Shelves;
import costwire.aggregate.evidence.Piece;
import costwire.aggregate.evidence.Shelf;
import costwire.extract.Claim;
import costwire.stream.JsonSerde;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Folds each change of the claims into the distinct evidence of its company. */
public final class FoldedEvidence {
  /** Company and article to what the article has put in. */
  static final String ARTICLES = "folded-articles";

  /** Company, line and piece of evidence to its first mention and their number. */
  static final String PIECES = "evidence-pieces";

  /** Small facts by which the others are found and counted. */
  static final String INDEX = "evidence-index";

  private FoldedEvidence() {}

  public static KStream<String, Claim> of(StreamsBuilder builder, KStream<String, Claim> changes) {
    add(builder, ARTICLES, new JsonSerde<>(Contribution.class));
    add(builder, PIECES, new JsonSerde<>(Piece.class));
    add(builder, INDEX, Serdes.String());
    return changes.process(
        Folder::new, Named.as("fold-evidence"), KeptClaims.STORE, ARTICLES, PIECES, INDEX);
  }

  private static <V> void add(StreamsBuilder builder, String store, Serde<V> values) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(store), Serdes.String(), values));
  }

  static Shelves shelves(ProcessorContext<?, ?> context) {
    return new Shelves(
        shelf(context, KeptClaims.STORE),
        shelf(context, ARTICLES),
        shelf(context, PIECES),
        shelf(context, INDEX));
  }

  private static <V> Shelf<V> shelf(ProcessorContext<?, ?> context, String name) {
    KeyValueStore<String, V> store = context.getStateStore(name);
    return new StoreShelf<>(store);
  }

  @SuppressWarnings("NullAway.Init") // the stores are there before the first record
  private static final class Folder extends ContextualProcessor<String, Claim, String, Claim> {
    private Shelves shelves;

    @Override
    public void init(ProcessorContext<String, Claim> context) {
      super.init(context);
      shelves = shelves(context);
    }

    @Override
    public void process(Record<String, Claim> record) {
      new EvidenceBase(record.key(), shelves).take(record.value());
      context().forward(record);
    }
  }
}
