package costwire.deploy;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.server.common.KRaftVersion;

/**
 * Tells a partition that has no leader just now from one that is not there.
 *
 * <p>Kafka 4.3.1 does not (KAFKA-20734): a broker back from {@code kill -9} has no leaders for a
 * moment, takes the partitions of a transaction whose commit was under way for deleted ones, and
 * calls the transaction committed without having told them. Its readers then wait for ever. To be
 * deleted with the release that mends it.
 */
final class LeaderlessPartitions extends KRaftMetadataCache {
  LeaderlessPartitions(int nodeId, Supplier<KRaftVersion> version) {
    super(nodeId, version);
  }

  @Override
  public Optional<Node> getPartitionLeaderEndpoint(
      String topic, int partition, ListenerName listener) {
    Optional<Node> leader = super.getPartitionLeaderEndpoint(topic, partition, listener);
    return leader.isPresent() || getLeaderAndIsr(topic, partition).isEmpty()
        ? leader
        : Optional.of(Node.noNode());
  }
}
