package costwire.ingest;

import costwire.ingest.duplicate.KeepOriginals;
import costwire.ingest.duplicate.MeetInBands;
import costwire.ingest.duplicate.Meeting;
import costwire.ingest.duplicate.PostBands;
import costwire.ingest.duplicate.Posting;
import costwire.stream.JsonSerde;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * From articles to duplicates: each article is posted in the bands of its signature, those that
 * meet in a band are compared, and each learns of the earlier ones it is like.
 *
 * <p>The links are a function of the articles' last versions, whatever the order in which they came
 * and however often, as long as those that are like each other come within {@link
 * costwire.ingest.duplicate.Ageing#KEPT}.
 */
public final class DuplicateTopology {
  private static final String BANDS = "bands";
  private static final String MEETINGS = "meetings";

  private DuplicateTopology() {}

  /**
   * Wires the steps.
   *
   * @param registry counts articles and links by outcome
   */
  public static Topology of(MeterRegistry registry) {
    StreamsBuilder builder = new StreamsBuilder();
    on(builder, registry);
    return builder.build();
  }

  /** Adds the steps to a builder, which may be a strict one about names. */
  static void on(StreamsBuilder builder, MeterRegistry registry) {
    builder.stream(
            Articles.TOPIC.name(),
            Consumed.with(Articles.TOPIC.keys(), Articles.TOPIC.values()).withName("articles"))
        .process(new PostBands(registry), Named.as("post-bands"))
        .repartition(Repartitioned.with(Serdes.Long(), Posting.serde()).withName(BANDS))
        .process(new MeetInBands(), Named.as("meet-in-bands"))
        .repartition(
            Repartitioned.with(Serdes.String(), new JsonSerde<>(Meeting.class)).withName(MEETINGS))
        .process(new KeepOriginals(registry), Named.as("keep-originals"))
        .to(
            Duplicates.TOPIC.name(),
            Produced.with(Duplicates.TOPIC.keys(), Duplicates.TOPIC.values())
                .withName("duplicates"));
  }

  /**
   * The topics it reads, in the order in which a record passes them: when one holds nothing more,
   * all that comes of it is in the next.
   *
   * @param applicationId under which the topology runs
   */
  public static List<String> sources(String applicationId) {
    return List.of(
        Articles.TOPIC.name(),
        applicationId + "-" + BANDS + "-repartition",
        applicationId + "-" + MEETINGS + "-repartition");
  }
}
