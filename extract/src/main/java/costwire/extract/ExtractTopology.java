package costwire.extract;

import costwire.extract.step.ReadClaims;
import costwire.ingest.Articles;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The topology from articles to claims. */
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
    builder.stream(
            Articles.TOPIC.name(),
            Consumed.with(Articles.TOPIC.keys(), Articles.TOPIC.values()).withName("articles"))
        .process(new ReadClaims(extractor, registry), Named.as("read-claims"))
        .to(
            Claims.TOPIC.name(),
            Produced.with(Claims.TOPIC.keys(), Claims.TOPIC.values()).withName("claims"));
  }
}
