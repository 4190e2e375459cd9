package costwire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitePartitionerTest {
  private static final int PARTITIONS = 12;

  private final SitePartitioner partitioner = new SitePartitioner();

  @ParameterizedTest
  @CsvSource({
    "https://news.example/a.xml,https://news.example/b?c=d,true",
    "https://news.example/a.xml,http://NEWS.example:80/b,true",
    "https://news.example:443/a.xml,https://news.example/b,true",
    "https://feeds.news.example/a.xml,https://www.news.example/b,true",
    "https://feeds.one.co.uk/a.xml,https://www.one.co.uk/b,true",
    "https://one.co.uk/a.xml,https://other.co.uk/b,false",
    "https://δοκιμή.example/a.xml,https://www.ΔΟΚΙΜΉ.example/b,true",
    "https://10.0.0.1/a,https://10.1.0.1/a,false",
    "https://[::1]/a,https://[::3]/a,false",
    "https://news.example:8443/a,https://news.example/a,false",
    "https://one.example/a,https://other.example/a,false",
  })
  void keepsTheFeedsOfASiteTogether(String one, String other, boolean together) {
    assertThat(feed(one) == feed(other)).isEqualTo(together);
  }

  @Test
  void spreadsSites() {
    Set<Integer> used =
        IntStream.range(0, 200)
            .mapToObj(i -> feed("https://news.site-" + i + ".example/feed"))
            .collect(Collectors.toSet());
    assertThat(used).hasSize(PARTITIONS);
  }

  @Test
  void leavesOtherTopicsToTheirKeys() {
    byte[] key = "https://news.example/a.xml".getBytes(UTF_8);
    assertThat(partition("costwire.articles", key))
        .isEqualTo(BuiltInPartitioner.partitionForKey(key, PARTITIONS));
  }

  @Test
  void takesWhatIsNoAddressAsItStands() {
    assertThat(feed("no address at all")).isBetween(0, PARTITIONS - 1);
  }

  private int feed(String url) {
    return partition(Feeds.TOPIC.name(), url.getBytes(UTF_8));
  }

  private int partition(String topic, byte[] key) {
    Node node = new Node(1, "broker.example", 9092);
    List<PartitionInfo> partitions =
        IntStream.range(0, PARTITIONS)
            .mapToObj(i -> new PartitionInfo(topic, i, node, new Node[0], new Node[0]))
            .toList();
    Cluster cluster = new Cluster("c", List.of(node), partitions, Set.of(), Set.of());
    return partitioner.partition(topic, key, key, null, null, cluster);
  }
}
