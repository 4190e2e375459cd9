package costwire.deploy;

import costwire.deploy.newsroom.Newsroom;
import costwire.ingest.Feed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A whole Costwire that reads the sample articles. */
record SampleNode(Newsroom newsroom, Node node) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Starts it; what it reads comes in later. */
  static SampleNode start(Path folder) {
    Newsroom newsroom = Newsroom.start(0);
    ConfigDraft draft = new ConfigDraft();
    draft.data = folder.resolve("data").toString();
    draft.port = 0;
    draft.kafka.port = 0;
    draft.allowedHosts = List.of(newsroom.host());
    List<Feed> feeds =
        newsroom.feeds().stream()
            .map(feed -> Feed.of(feed.toString()).every(Duration.ofSeconds(2)))
            .toList();
    return new SampleNode(
        newsroom, Node.start(draft.config(), feeds, Clock.systemUTC(), Duration.ofMillis(100)));
  }

  /**
   * Waits until all samples are through.
   *
   * @param more articles that came from elsewhere
   */
  void await(int more) {
    try (Progress progress = new Progress(node, Clock.systemUTC())) {
      progress.await(newsroom.articles() + more, PATIENCE);
    }
  }

  @Override
  public void close() {
    node.close();
    newsroom.close();
  }
}
