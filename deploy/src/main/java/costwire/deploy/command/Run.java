package costwire.deploy.command;

import costwire.deploy.Config;
import costwire.deploy.ConfigDraft;
import costwire.deploy.Node;
import costwire.deploy.Role;
import costwire.ingest.Feed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costwire run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs the pipeline on your own feeds, until it is stopped (Ctrl-C).")
final class Run implements Callable<Integer> {
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "What to follow and how, such as costwire.yaml.")
  @Nullable Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the embedded broker and the state are kept; default: data.")
  @Nullable Path data;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "A Kafka cluster to use instead of an embedded broker.")
  @Nullable String servers;

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "ROLE",
      description = "What this process does of ingest, extract, aggregate, serve; default: all.")
  @Nullable List<String> roles;

  @Option(
      names = "--port",
      description = "Port of the dashboard and the API; 0: any that is free; default: 8080.")
  @Nullable Integer port;

  @Option(
      names = "--monitor-port",
      paramLabel = "PORT",
      description =
          "Port of /metrics and /health of a process without the role serve; default: none.")
  @Nullable Integer monitorPort;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address they listen on; default: 127.0.0.1, this machine only.")
  @Nullable String bind;

  @Option(
      names = "--starter",
      description = "Follow the feeds of the starter list too: technology and business, worldwide.")
  boolean starter;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      description = "Port of the embedded broker; 0: any that is free; default: 9092.")
  @Nullable Integer kafkaPort;

  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Run(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Config config = config();
    List<Feed> feeds = config.feedsToFollow();
    if (feeds.isEmpty() && config.roles().contains(Role.INGEST)) {
      console
          .err()
          .println("No feeds are configured; those on the topic costwire.feeds are followed.");
    }
    Node node = Node.start(config, feeds, Clock.systemUTC(), COMMIT_INTERVAL);
    Stopping.onSignal(node);
    console
        .err()
        .println("Kafka: " + node.cluster().bootstrapServers() + ", data: " + config.data());
    node.pipeline()
        .serve()
        .ifPresent(serve -> console.out().println("Dashboard: " + serve.address()));
    node.pipeline()
        .monitor()
        .ifPresent(monitor -> console.err().println("Metrics: port " + monitor.port()));
    console.out().flush();
    return Stopping.await();
  }

  private Config config() {
    ConfigDraft draft = file == null ? new ConfigDraft() : ConfigDraft.read(file);
    draft.data = data == null ? draft.data : data.toString();
    draft.kafka.bootstrapServers = servers == null ? draft.kafka.bootstrapServers : servers;
    draft.roles = roles == null ? draft.roles : roles;
    draft.port = port == null ? draft.port : port;
    // Not an option: other users of the machine can read those.
    draft.token = draft.token == null ? environment("COSTWIRE_TOKEN") : draft.token;
    if (draft.smtp != null && draft.smtp.password == null) {
      draft.smtp.password = environment("COSTWIRE_SMTP_PASSWORD");
    }
    draft.monitorPort = monitorPort == null ? draft.monitorPort : monitorPort;
    draft.starter = starter ? Boolean.TRUE : draft.starter;
    draft.bind = bind == null ? draft.bind : bind;
    draft.kafka.port = kafkaPort == null ? draft.kafka.port : kafkaPort;
    return draft.config();
  }

  /** Null where it is unset or empty. */
  private static @Nullable String environment(String name) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
