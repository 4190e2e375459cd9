package costwire.deploy;

import java.nio.file.Path;
import java.util.Properties;

/** How the embedded broker is set: one node, one machine, one user. */
final class BrokerSettings {
  /** Largest batch a topic takes: an article of the longest text that is read. */
  static final int MAX_MESSAGE_BYTES = 16 << 20;

  private BrokerSettings() {}

  static Properties of(Path log, int port, int controllerPort) {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("log.dirs", log.toString());
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners", "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "BROKER://127.0.0.1:" + port);
    settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "BROKER");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("auto.create.topics.enable", "false");
    settings.put("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    settings.put("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    // A system that rests for a month goes on where it stopped.
    settings.put("offsets.retention.minutes", Integer.toString(365 * 24 * 60));
    singleNode(settings);
    smallMachine(settings);
    quickReturn(settings);
    return settings;
  }

  private static void singleNode(Properties settings) {
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
  }

  private static void smallMachine(Properties settings) {
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("log.segment.bytes", Integer.toString(64 << 20));
    settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    settings.put("offsets.topic.segment.bytes", Integer.toString(8 << 20));
    settings.put("transaction.state.log.segment.bytes", Integer.toString(8 << 20));
    settings.put("metadata.log.segment.bytes", Integer.toString(8 << 20));
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "3");
    settings.put("background.threads", "2");
  }

  /** After a kill, the dead process's membership runs out in seconds: nobody else can take over. */
  private static void quickReturn(Properties settings) {
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.streams.initial.rebalance.delay.ms", "0");
    for (String protocol : new String[] {"consumer", "streams"}) {
      String group = "group." + protocol;
      settings.put(group + ".min.session.timeout.ms", "3000");
      settings.put(group + ".session.timeout.ms", "6000");
      settings.put(group + ".min.heartbeat.interval.ms", "500");
      settings.put(group + ".heartbeat.interval.ms", "1000");
      settings.put(group + ".min.assignment.interval.ms", "0");
      settings.put(group + ".assignment.interval.ms", "0");
    }
    settings.put("group.min.session.timeout.ms", "3000");
  }
}
