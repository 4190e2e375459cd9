package costwire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.page.Links;
import java.net.URI;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Puts all feeds of a {@linkplain Site site} into one partition, so that one process asks its hosts
 * for feeds and pages, one thing at a time; other topics' records go where Kafka would put them by
 * their key. For producers that write to {@code costwire.feeds}: a feed that is put elsewhere is
 * moved here by who reads it.
 */
public final class SitePartitioner implements Partitioner {
  @Override
  public int partition(
      String topic,
      @Nullable Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    int partitions = cluster.partitionsForTopic(topic).size();
    byte[] bytes = keyBytes == null ? new byte[0] : keyBytes;
    return topic.equals(Feeds.TOPIC.name())
        ? ofFeed(new String(bytes, UTF_8), partitions)
        : hashed(bytes, partitions);
  }

  /** The partition of a feed, by its address. */
  public static int ofFeed(String url, int partitions) {
    return hashed(site(url).getBytes(UTF_8), partitions);
  }

  /** With and without TLS it is the same; what is no address stands for itself. */
  private static String site(String url) {
    URI address = Links.resolve(null, url);
    if (address == null) {
      return url;
    }
    String site = Site.of(address.getHost());
    int port = address.getPort();
    return port < 0 || port == 80 || port == 443 ? site : site + ":" + port;
  }

  private static int hashed(byte[] bytes, int partitions) {
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }

  @Override
  public void close() {
    // It holds nothing.
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // It needs nothing.
  }
}
