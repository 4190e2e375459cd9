package costwire.deploy.command;

import costwire.aggregate.EstimateTable;
import costwire.deploy.Config;
import costwire.deploy.ConfigDraft;
import costwire.deploy.Node;
import costwire.deploy.Progress;
import costwire.deploy.Refusal;
import costwire.deploy.TemporaryFolder;
import costwire.deploy.newsroom.Newsroom;
import costwire.deploy.serve.ReadModel;
import costwire.ingest.Feed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costwire demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "The whole system in one process: an embedded Kafka broker, a local newsroom with sample"
          + " articles, the scrapers that read it, claims and estimates live on the dashboard."
    })
final class Demo implements Callable<Integer> {
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

  /** Many times what an idle machine needs: a busy one is slow, and not broken. */
  private static final Duration ALLOWED = Duration.ofMinutes(5);

  @Option(
      names = "--port",
      description = "Port of the dashboard; 0: any that is free; default: 8080.")
  @Nullable Integer port;

  @Option(
      names = "--once",
      description = "Stop when every sample article is through; print the estimates.")
  boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the data there; default: a temporary folder.")
  @Nullable Path data;

  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Demo(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    try (TemporaryFolder folder = data == null ? TemporaryFolder.create("costwire-demo") : null;
        Newsroom newsroom = Newsroom.start(0)) {
      Config config = config(folder == null ? data : folder.path(), newsroom);
      List<Feed> feeds =
          newsroom.feeds().stream()
              .map(feed -> Feed.of(feed.toString()).every(POLL_INTERVAL))
              .toList();
      Node node = Node.start(config, feeds, clock, COMMIT_INTERVAL);
      try (Node running = node) {
        return once ? throughOnce(running, newsroom.articles(), clock) : live(running, folder);
      }
    }
  }

  private Config config(@Nullable Path folder, Newsroom newsroom) {
    ConfigDraft draft = new ConfigDraft();
    draft.data = String.valueOf(folder);
    // --once shows its result on the terminal: no reason to insist on a port.
    draft.port = port == null && once ? Integer.valueOf(0) : port;
    draft.kafka.port = 0;
    draft.allowedHosts = List.of(newsroom.host());
    return draft.config();
  }

  private Integer live(Node node, @Nullable TemporaryFolder folder) {
    Stopping.onSignal(
        () -> {
          node.close();
          if (folder != null) {
            folder.close();
          }
        });
    node.pipeline()
        .serve()
        .ifPresent(serve -> console.out().println("Dashboard: " + serve.address()));
    console.out().println("Kafka:     " + node.cluster().bootstrapServers());
    console.out().println("Ctrl-C stops the demo.");
    console.out().flush();
    return Stopping.await();
  }

  private Integer throughOnce(Node node, int articles, Clock clock) {
    Stopping.onSignal(node);
    try (Progress progress = new Progress(node, clock)) {
      progress.await(articles, ALLOWED);
    }
    ReadModel model =
        node.pipeline().serve().orElseThrow(() -> Refusal.failed("nothing serves")).model();
    console.out().print(EstimateTable.table(model.estimates()));
    ReadModel.Totals totals = model.totals();
    console
        .out()
        .printf(
            Locale.ROOT,
            "%d articles, %d claims in %d languages, %d companies with an estimate%n",
            articles,
            totals.claims(),
            totals.languages(),
            model.estimates().size());
    return 0;
  }
}
