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
  private final Map<String, CompletableFuture<?>> lastTurn = new HashMap<>();
  private final Function<Duration, Executor> later;

  /**
   * @param later gives what runs a task after a while
   */
  HostTurns(Function<Duration, Executor> later) {
    this.later = later;
  }

  /** Starts the work once those before it at this host are done and the host has rested. */
  synchronized <T> CompletableFuture<T> take(
      String host, Duration rest, Supplier<CompletableFuture<T>> work) {
    CompletableFuture<?> before =
        lastTurn.getOrDefault(host, CompletableFuture.completedFuture(null));
    CompletableFuture<T> result = before.thenCompose(ready -> work.get());
    CompletableFuture<?> turn = result.handle(HostTurns::over).thenCompose(over -> pause(rest));
    lastTurn.put(host, turn);
    turn.whenComplete((done, error) -> forget(host, turn));
    return result;
  }

  private CompletableFuture<@Nullable Void> pause(Duration rest) {
    return rest.isZero()
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.runAsync(() -> {}, later.apply(rest));
  }

  private synchronized void forget(String host, CompletableFuture<?> turn) {
    lastTurn.remove(host, turn);
  }

  synchronized int hosts() {
    return lastTurn.size();
  }

  private static boolean over(@Nullable Object result, @Nullable Throwable error) {
    return true;
  }
}
