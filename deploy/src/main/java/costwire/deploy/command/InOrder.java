package costwire.deploy.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work shared by all processors, its results in the order of the work. */
final class InOrder {
  /** How much is held at once, for each processor: enough that one long article blocks nobody. */
  private static final int AHEAD = 8;

  private InOrder() {}

  static <T, R> void map(Iterator<T> work, Function<T, R> function, Consumer<R> sink) {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(processors);
    Deque<Future<R>> results = new ArrayDeque<>();
    try {
      while (work.hasNext()) {
        T next = work.next();
        results.add(workers.submit(() -> function.apply(next)));
        while (results.size() >= processors * AHEAD
            || (!results.isEmpty() && results.getFirst().isDone())) {
          sink.accept(result(results.removeFirst()));
        }
      }
      while (!results.isEmpty()) {
        sink.accept(result(results.removeFirst()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
