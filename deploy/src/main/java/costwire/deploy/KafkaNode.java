package costwire.deploy;

import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;

/**
 * A broker and its controller in one process: Kafka's {@link KafkaRaftServer}, but for {@link
 * LeaderlessPartitions}, which that class leaves no room for.
 */
final class KafkaNode {
  private final ControllerServer controller;
  private final BrokerServer broker;

  /**
   * Neither is started.
   *
   * @throws RuntimeException if the log directory is not formatted for this node
   */
  KafkaNode(KafkaConfig config) {
    var directories =
        KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaNode.class), "");
    var properties = directories._1();
    String clusterId = properties.clusterId().orElseThrow();
    SharedServer shared =
        new SharedServer(
            config,
            properties,
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, clusterId),
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    this.broker = new Broker(shared);
    this.controller =
        new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
  }

  /** Returns when the broker takes requests. */
  void start() {
    controller.startup();
    broker.startup();
  }

  /** The broker first: it says goodbye to the controller. */
  void close() {
    broker.shutdown();
    controller.shutdown();
    broker.awaitShutdown();
    controller.awaitShutdown();
  }

  private static final class Broker extends BrokerServer {
    Broker(SharedServer shared) {
      super(shared);
    }

    /** Called once, while the broker starts and before anybody reads the cache. */
    @Override
    public void metadataCache_$eq(KRaftMetadataCache cache) {
      super.metadataCache_$eq(
          new LeaderlessPartitions(config().nodeId(), () -> raftManager().client().kraftVersion()));
    }
  }
}
