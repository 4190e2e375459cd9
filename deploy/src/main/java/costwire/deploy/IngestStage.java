package costwire.deploy;

import costwire.ingest.FeedFollower;
import costwire.ingest.FetchSettings;
import costwire.ingest.Fetcher;
import costwire.ingest.WebSub;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scrapers at work. */
final class IngestStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(IngestStage.class);
  private static final long PATIENCE_SECONDS = 20;

  private final Fetcher fetcher;
  private final FeedFollower follower;
  private final Thread thread;
  private volatile @Nullable String death;

  private IngestStage(
      Map<String, Object> kafka,
      FetchSettings settings,
      MeterRegistry meters,
      Clock clock,
      @Nullable WebSub webSub) {
    this.fetcher = new TimedFetcher(Fetcher.open(settings), meters);
    this.follower = new FeedFollower(kafka, fetcher, clock, meters, webSub);
    this.thread = new Thread(follower, "ingest");
    thread.setUncaughtExceptionHandler(this::died);
  }

  static IngestStage start(
      Map<String, Object> kafka,
      FetchSettings settings,
      MeterRegistry meters,
      Clock clock,
      @Nullable WebSub webSub) {
    IngestStage stage = new IngestStage(kafka, settings, meters, clock, webSub);
    stage.thread.start();
    return stage;
  }

  private void died(Thread which, Throwable e) {
    death = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    LOG.error("The role ingest has stopped: {}", death, e);
  }

  @Override
  public Role role() {
    return Role.INGEST;
  }

  @Override
  public @Nullable String unready() {
    return death == null ? null : "ingest has stopped: " + death;
  }

  @Override
  public void close() {
    follower.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    fetcher.close();
  }
}
