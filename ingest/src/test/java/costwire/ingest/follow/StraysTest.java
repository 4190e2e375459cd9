package costwire.ingest.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.ingest.SitePartitioner;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds that somebody put into partitions that are not their sites'. */
@NullUnmarked // tests pass and compare nulls
class StraysTest extends SessionRig {
  private static final int PARTITIONS = 4;
  private static final String STRAY = feedOf(1);
  private static final String NATIVE = feedOf(0);

  /** A feed whose site belongs in a partition. */
  private static String feedOf(int partition) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "https://site-" + i + ".example/feed")
        .filter(url -> SitePartitioner.ofFeed(url, PARTITIONS) == partition)
        .findFirst()
        .orElseThrow();
  }

  @BeforeEach
  void severalPartitions() {
    count = PARTITIONS;
  }

  @Test
  void areMovedWithWhatIsKnownOfThemAndNotAsked() {
    put(STRAY, Feed.of(STRAY).called("Gossip", "en"));
    start(null);
    turns(3);

    assertThat(web.asked).isEmpty();
    List<ProducerRecord<byte[], byte[]>> sent = sent(P0.topic());
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).partition()).isNull();
    assertThat(feed(sent.get(0))).isEqualTo(Feed.of(STRAY).called("Gossip", "en"));
    assertThat(sent.get(1).partition()).isZero();
    assertThat(sent.get(1).value()).isNull();
    assertThat(Feeds.isMove(sent.get(1).headers())).isTrue();
    assertThat(producer.commitCount()).isEqualTo(1);
  }

  @Test
  void areMovedOnceAlsoByASuccessorThatReadsItAllAgain() {
    put(STRAY, Feed.of(STRAY));
    start(null);
    turns(3);
    restart();
    turns(3);

    assertThat(sent(P0.topic())).isEmpty();
  }

  @Test
  void endAtHomeWhereverTheyAreEnded() {
    put(STRAY, null);
    start(null);
    turns(3);

    assertThat(sent(P0.topic())).extracting(ProducerRecord::value).containsExactly(null, null);
    assertThat(sent(P0.topic()))
        .extracting(record -> Feeds.isMove(record.headers()))
        .containsExactly(false, true);
  }

  @Test
  void goAsTheirLastWordSays() {
    put(STRAY, Feed.of(STRAY));
    put(STRAY, null);
    put(STRAY, Feed.of(STRAY).called("New", null));
    start(null);
    turns(3);

    assertThat(sent(P0.topic())).hasSize(2);
    assertThat(feed(sent(P0.topic()).get(0)).title()).isEqualTo("New");
  }

  @Test
  void holdUpNobody() {
    web.feed(NATIVE, "e1");
    put(STRAY, Feed.of(STRAY));
    put(NATIVE, Feed.of(NATIVE));
    start(null);
    turns(3);

    assertThat(web.asked).extracting(request -> request.url().toString()).containsExactly(NATIVE);
  }

  @Test
  void whereTheTopicGrewItIsReadAnew() {
    put(NATIVE, Feed.of(NATIVE));
    start(null);
    turns(1);
    consumer.updatePartitions(P0.topic(), partitions(2 * PARTITIONS));

    List<TopicPartition> none = List.of();
    assertThatThrownBy(() -> session.onPartitionsAssigned(none))
        .hasMessageContaining("8 partitions now, not 4");
  }

  private static Feed feed(ProducerRecord<byte[], byte[]> record) {
    assertThat(new String(record.key(), UTF_8)).isEqualTo(STRAY);
    return Feeds.TOPIC.values().deserializer().deserialize(record.topic(), record.value());
  }
}
