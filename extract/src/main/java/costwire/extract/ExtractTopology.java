package costwire.extract;

import costwire.extract.step.ArticleVersion;
import costwire.extract.step.ReadClaims;
import costwire.extract.step.RelinkClaims;
import costwire.ingest.Articles;
import costwire.ingest.Duplicate;
import costwire.ingest.Duplicates;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/** The topology from articles, and the links between copies, to claims. */
public final class ExtractTopology {
  private ExtractTopology() {}

  /**
   * Wires the steps.
   *
   * @param registry counts articles by outcome and claims by measure and language
   */
  public static Topology of(Extractor extractor, MeterRegistry registry) {
    StreamsBuilder builder = new StreamsBuilder();
    on(builder, extractor, registry);
    return builder.build();
  }

  /** Adds the steps to a builder, which may be a strict one about names. */
  static void on(StreamsBuilder builder, Extractor extractor, MeterRegistry registry) {
    KTable<String, Duplicate> links = links(builder);
    KStream<String, Claim> read =
        builder.stream(
                Articles.TOPIC.name(),
                Consumed.with(Articles.TOPIC.keys(), Articles.TOPIC.values()).withName("articles"))
            .mapValues(ArticleVersion::of, Named.as("versions"))
            .leftJoin(links, ArticleVersion::linked, Joined.as("link-versions"))
            .process(new ReadClaims(extractor, registry), Named.as("read-claims"));
    KStream<String, Claim> relinked =
        links
            .toStream(Named.as("link-changes"))
            .process(new RelinkClaims(registry), Named.as("relink-claims"), ReadClaims.STORE);
    read.merge(relinked, Named.as("all-claims"))
        .to(
            Claims.TOPIC.name(),
            Produced.with(Claims.TOPIC.keys(), Claims.TOPIC.values()).withName("claims"));
  }

  /** Joined with the articles, so that Kafka Streams insists on as many partitions of both. */
  private static KTable<String, Duplicate> links(StreamsBuilder builder) {
    return builder.table(
        Duplicates.TOPIC.name(),
        Consumed.with(Duplicates.TOPIC.keys(), Duplicates.TOPIC.values()).withName("links"),
        Materialized.<String, Duplicate, KeyValueStore<Bytes, byte[]>>as("links-by-article")
            .withKeySerde(Duplicates.TOPIC.keys())
            .withValueSerde(Duplicates.TOPIC.values())
            .withCachingDisabled());
  }
}
