package costwire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Puts all feeds of a host into one partition, so that one process asks the host, one thing at a
 * time; other topics' records go where Kafka would put them by their key. For every producer that
 * writes to {@code costwire.feeds}.
 */
public final class HostPartitioner implements Partitioner {
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
  static int ofFeed(String url, int partitions) {
    return hashed(host(url).getBytes(UTF_8), partitions);
  }

  /** With and without TLS it is the same host; what is no address stands for itself. */
  private static String host(String url) {
    try {
      URI address = URI.create(url);
      String host = address.getHost() == null ? url : address.getHost().toLowerCase(Locale.ROOT);
      int port = address.getPort();
      return port < 0 || port == 80 || port == 443 ? host : host + ":" + port;
    } catch (IllegalArgumentException e) {
      return url;
    }
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
