package costwire.ingest.duplicate;

import costwire.ingest.Article;
import costwire.ingest.page.ArticleId;
import costwire.stream.JsonSerde;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Posts each version of an article in its bands, and takes the version before out of those. */
public final class PostBands implements ProcessorSupplier<String, Article, Long, Posting> {
  static final String STORE = "posted-articles";

  /** Longer ids are of no source of ours; such an article has no copies. */
  private static final int MOST_ID = 1_000;

  private final MeterRegistry registry;

  public PostBands(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE), Serdes.String(), new JsonSerde<>(Posted.class)));
  }

  @Override
  public Processor<String, Article, Long, Posting> get() {
    return new Poster();
  }

  /** Undated articles count from when they were read. */
  private static long date(Article article) {
    Instant at = article.publishedAt() != null ? article.publishedAt() : article.fetchedAt();
    return at == null ? 0 : at.toEpochMilli();
  }

  @SuppressWarnings("NullAway.Init") // the store is there before the first record
  private final class Poster extends ContextualProcessor<String, Article, Long, Posting> {
    private KeyValueStore<String, Posted> store;

    @Override
    public void init(ProcessorContext<Long, Posting> context) {
      super.init(context);
      store = context.getStateStore(STORE);
      Ageing.of(store, Posted::readAt).in(context);
    }

    @Override
    public void process(Record<String, Article> record) {
      @Nullable Article article = record.value();
      String id = record.key() != null ? record.key() : article == null ? "" : article.id();
      Posted known = store.get(id);
      Posted before = known == null ? Posted.NEVER : known;
      long at = article == null ? 0 : date(article);
      String fingerprint = article == null ? "" : ArticleId.digest(at + "\n" + article.text());
      if (known != null && !before.isSupersededBy(record.timestamp(), fingerprint)) {
        count("stale");
      } else if (before.fingerprint().equals(fingerprint)) {
        store.put(id, before.readAgainAt(record.timestamp()));
        count("unchanged");
      } else {
        Optional<Signature> signature =
            article == null || id.length() > MOST_ID
                ? Optional.empty()
                : Signature.of(article.text());
        List<Long> bands = signature.map(s -> boxed(s.bands())).orElse(List.of());
        Posted now = new Posted(record.timestamp(), fingerprint, at, bands);
        leave(id, before, now, record.timestamp());
        signature.ifPresent(s -> join(id, now, s.sketch(), record.timestamp()));
        store.put(id, now);
        count(article == null ? "withdrawn" : signature.isPresent() ? "posted" : "short");
      }
    }

    private void leave(String id, Posted before, Posted now, long time) {
      for (int band = 0; band < before.bands().size(); band++) {
        Long name = before.bands().get(band);
        // What stays under its date is replaced in place.
        if (!now.isIn(band, name) || now.at() != before.at()) {
          Posting gone = new Posting(id, before.at(), band, null);
          context().forward(new Record<>(name, gone, time));
        }
      }
    }

    private void join(String id, Posted now, Sketch sketch, long time) {
      for (int band = 0; band < now.bands().size(); band++) {
        Posting posting = new Posting(id, now.at(), band, sketch);
        context().forward(new Record<>(now.bands().get(band), posting, time));
      }
    }

    private void count(String outcome) {
      registry.counter("costwire.articles", "stage", "duplicates", "outcome", outcome).increment();
    }
  }

  private static List<Long> boxed(long[] bands) {
    return Arrays.stream(bands).boxed().toList();
  }
}
