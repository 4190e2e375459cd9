package costwire.deploy.command;

import costwire.deploy.Cluster;
import costwire.deploy.Config;
import costwire.deploy.ConfigDraft;
import costwire.deploy.Refusal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running system a command works on. */
final class ClusterOptions {
  @Option(names = "--config", paramLabel = "FILE", description = "The system's costwire.yaml.")
  @Nullable Path file;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Its Kafka cluster; default: the configuration's, else 127.0.0.1:9092.")
  @Nullable String servers;

  /** The configuration with what the command line adds. */
  Config config() {
    ConfigDraft draft = file == null ? new ConfigDraft() : ConfigDraft.read(file);
    if (servers != null) {
      draft.kafka.bootstrapServers = servers;
    }
    return draft.config();
  }

  /**
   * The cluster: an outside one, or the embedded broker of a Costwire that runs on this machine.
   *
   * @throws Refusal if it does not answer
   */
  Cluster reached(Config config) {
    Config.Kafka kafka = config.kafka();
    String address = kafka.bootstrapServers();
    if (address == null) {
      if (kafka.port() == 0) {
        throw Refusal.wrong("say which Kafka cluster with --bootstrap-servers HOST:PORT");
      }
      address = "127.0.0.1:" + kafka.port();
    }
    return new Cluster(address, false, kafka.client()).reached();
  }
}
