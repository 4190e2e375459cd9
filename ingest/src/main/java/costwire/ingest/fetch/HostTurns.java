package costwire.ingest.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request at a time for each host, and a rest between two. Hosts do not wait for each other.
 */
final class HostTurns {
  private final Map<String, Line> lines = new HashMap<>();
  private final Function<Duration, Executor> later;

  /**
   * @param later gives what runs a task after a while
   */
  HostTurns(Function<Duration, Executor> later) {
    this.later = later;
  }

  /**
   * Starts the work once those before it at this host are done and the host has rested.
   *
   * @param rest asked, once the work is done, how long the host rests then
   */
  synchronized <T> CompletableFuture<T> take(
      String host, Supplier<Duration> rest, Supplier<CompletableFuture<T>> work) {
    Line line = lines.computeIfAbsent(host, first -> new Line());
    CompletableFuture<T> result = line.last.thenCompose(ready -> work.get());
    line.last = result.handle(HostTurns::over).thenCompose(over -> pause(rest.get()));
    line.length++;
    line.last.whenComplete((done, error) -> leave(host, line));
    return result;
  }

  /** Runs nothing for a while. */
  CompletableFuture<@Nullable Void> pause(Duration rest) {
    return rest.isZero()
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.runAsync(() -> {}, later.apply(rest));
  }

  private synchronized void leave(String host, Line line) {
    line.length--;
    if (line.length == 0) {
      lines.remove(host, line);
    }
  }

  synchronized int hosts() {
    return lines.size();
  }

  /** How many stand in line at the host, the one whose turn it is included. */
  synchronized int waiting(String host) {
    Line line = lines.get(host);
    return line == null ? 0 : line.length;
  }

  private static boolean over(@Nullable Object result, @Nullable Throwable error) {
    return true;
  }

  private static final class Line {
    CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    int length;
  }
}
