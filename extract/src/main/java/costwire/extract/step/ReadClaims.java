package costwire.extract.step;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.extract.Claim;
import costwire.extract.Extractor;
import costwire.ingest.Article;
import costwire.stream.JsonSerde;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Turns each version of an article into the difference of its claims to the version before: what it
 * no longer says is retracted, what it says anew is told.
 */
public final class ReadClaims implements ProcessorSupplier<String, ArticleVersion, String, Claim> {
  /** What each article said last, shared with {@link RelinkClaims}. */
  public static final String STORE = "claims-by-article";

  private final Extractor extractor;
  private final MeterRegistry registry;

  public ReadClaims(Extractor extractor, MeterRegistry registry) {
    this.extractor = extractor;
    this.registry = registry;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE),
            Serdes.String(),
            new JsonSerde<>(ArticleState.class)));
  }

  @Override
  public Processor<String, ArticleVersion, String, Claim> get() {
    return new Reader();
  }

  private final class Reader implements Processor<String, ArticleVersion, String, Claim> {
    private @Nullable ProcessorContext<String, Claim> context;
    private @Nullable KeyValueStore<String, ArticleState> states;

    @Override
    public void init(ProcessorContext<String, Claim> task) {
      context = task;
      states = task.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, ArticleVersion> record) {
      if (states == null) {
        throw new IllegalStateException("not initialised");
      }
      @Nullable Article article = record.value().article();
      String id = record.key() != null ? record.key() : article == null ? "" : article.id();
      ArticleState before = states.get(id);
      String fingerprint = article == null ? "" : fingerprint(article);
      if (before != null && !before.isSupersededBy(record.timestamp(), fingerprint)) {
        count("stale");
        return;
      }
      List<Claim> known = before == null ? List.of() : before.claims();
      boolean unchanged = before != null && before.fingerprint().equals(fingerprint);
      List<Claim> claims = article == null ? List.of() : unchanged ? known : read(article);
      claims = claims.stream().map(claim -> claim.ofCopy(record.value().duplicateOf())).toList();
      states.put(id, new ArticleState(record.timestamp(), fingerprint, claims));
      count(article == null ? "withdrawn" : unchanged ? "unchanged" : "read");
      tellDifference(known, claims, record.timestamp());
    }

    private List<Claim> read(Article article) {
      Timer.Sample sample = Timer.start(registry);
      try {
        return extractor.extract(article);
      } finally {
        sample.stop(registry.timer("costwire.stage.duration", "stage", "extract"));
      }
    }

    private void tellDifference(List<Claim> before, List<Claim> now, long at) {
      Map<String, Claim> gone = new LinkedHashMap<>();
      before.forEach(claim -> gone.put(claim.id(), claim));
      now.forEach(claim -> gone.remove(claim.id()));
      gone.values().forEach(claim -> tell(claim.retraction(), at));
      Map<String, Claim> fresh = new LinkedHashMap<>();
      now.forEach(claim -> fresh.put(claim.id(), claim));
      before.forEach(claim -> fresh.remove(claim.id(), claim));
      fresh.values().forEach(claim -> tell(claim, at));
    }

    private void tell(Claim claim, long at) {
      if (context == null) {
        throw new IllegalStateException("not initialised");
      }
      context.forward(ClaimEvent.of(claim, at));
      registry
          .counter(
              "costwire.claims",
              "measure",
              claim.measure().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              "language",
              claim.language() == null ? "und" : claim.language())
          .increment();
    }

    private void count(String outcome) {
      registry.counter("costwire.articles", "stage", "extract", "outcome", outcome).increment();
    }
  }

  /** Of everything that the claims are made from, and of the extractor that makes them. */
  private static String fingerprint(Article article) {
    String content =
        String.join(
            "\u001f",
            Extractor.VERSION,
            article.title(),
            article.text(),
            String.valueOf(article.url()),
            String.valueOf(article.publisher()),
            String.valueOf(article.publishedAt()));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
