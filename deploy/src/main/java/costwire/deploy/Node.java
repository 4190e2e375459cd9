package costwire.deploy;

import costwire.extract.Extractor;
import costwire.ingest.Feed;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Costwire in this process: its data folder, its broker if it has one, and its pipeline. */
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  private final DataDirectory data;
  private @Nullable EmbeddedKafka kafka;
  private @Nullable Cluster cluster;
  private @Nullable Pipeline pipeline;

  private Node(DataDirectory data) {
    this.data = data;
  }

  /**
   * Starts everything the configuration asks for.
   *
   * @param feeds to follow besides those on the topic
   * @param commitInterval how long a result waits before others see it
   * @throws Refusal if something cannot start; nothing runs then
   */
  public static Node start(
      Config config, Collection<Feed> feeds, Clock clock, Duration commitInterval) {
    if (config.roles().contains(Role.SERVE)) {
      Ports.refuseBusy(config.http().bind(), config.http().port(), "the dashboard");
    }
    Node node = new Node(DataDirectory.open(config.data()));
    // Read while the broker starts: each takes a good second of one processor.
    CompletableFuture<Extractor> extractor =
        config.roles().contains(Role.EXTRACT)
            ? CompletableFuture.supplyAsync(() -> UserTables.extractor(config.rates()))
            : new CompletableFuture<>();
    try {
      Cluster cluster = node.connect(config);
      node.provide(cluster, config);
      new FeedList(cluster, clock).add(feeds);
      node.pipeline =
          Pipeline.start(
              cluster, config, node.data, clock, commitInterval, () -> joined(extractor));
      return node;
    } catch (RuntimeException e) {
      node.close();
      throw e;
    }
  }

  /** What went wrong is said as if nobody else had done the work. */
  private static Extractor joined(CompletableFuture<Extractor> extractor) {
    try {
      return extractor.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw e;
    }
  }

  private Cluster connect(Config config) {
    String servers = config.kafka().bootstrapServers();
    if (servers != null) {
      cluster = new Cluster(servers, false, config.kafka().client()).reached();
    } else {
      kafka = EmbeddedKafka.start(data, config.kafka().port());
      cluster = Cluster.of(kafka);
    }
    return cluster;
  }

  private void provide(Cluster cluster, Config config) {
    // Our own broker is ours to set; on somebody else's, what differs may be meant.
    Provision.Mode mode = cluster.embedded() ? Provision.Mode.SET : Provision.Mode.CREATE;
    try (Admin admin = cluster.admin()) {
      for (Provision.Finding finding : new Provision(config.retentionDays()).visit(admin, mode)) {
        if (!finding.right()) {
          LOG.warn("Topic {} {}", finding.topic(), finding.state());
        }
      }
    }
  }

  public Cluster cluster() {
    return Objects.requireNonNull(cluster, "started");
  }

  public Pipeline pipeline() {
    return Objects.requireNonNull(pipeline, "started");
  }

  /** Stops what was started, last things first; safe to call twice and by another thread. */
  @Override
  public synchronized void close() {
    if (pipeline != null) {
      pipeline.close();
      pipeline = null;
    }
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
    data.close();
  }
}
