package costwire.deploy;

import costwire.ingest.FetchOutcome;
import costwire.ingest.Fetcher;
import costwire.ingest.HostRest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A fetcher that tells how long its answers took, the wait for the host's turn included. */
final class TimedFetcher implements Fetcher {
  private final Fetcher fetcher;
  private final MeterRegistry meters;

  TimedFetcher(Fetcher fetcher, MeterRegistry meters) {
    this.fetcher = fetcher;
    this.meters = meters;
  }

  @Override
  public CompletableFuture<FetchOutcome> fetch(Request request) {
    return timed(fetcher.fetch(request));
  }

  @Override
  public CompletableFuture<FetchOutcome> fetch(Request request, Trace trace) {
    return timed(fetcher.fetch(request, trace));
  }

  @Override
  public CompletableFuture<FetchOutcome> post(URI url, Map<String, String> form) {
    return timed(fetcher.post(url, form));
  }

  /** The same future, so that whoever cancels it cancels the request. */
  private CompletableFuture<FetchOutcome> timed(CompletableFuture<FetchOutcome> answer) {
    Timer.Sample sample = Timer.start(meters);
    var unused =
        answer.whenComplete(
            (outcome, failure) -> {
              String word = outcome == null ? "given-up" : outcome.name();
              sample.stop(meters.timer("costwire.fetch.duration", "outcome", word));
            });
    return answer;
  }

  @Override
  public CompletableFuture<Void> quiet(Collection<URI> urls) {
    return fetcher.quiet(urls);
  }

  @Override
  public @Nullable HostRest rest(URI url) {
    return fetcher.rest(url);
  }

  @Override
  public void leaveAlone(URI url, Duration time) {
    fetcher.leaveAlone(url, time);
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
