package costwire.ingest.source;

import costwire.ingest.InputReader;
import costwire.ingest.Reading;
import costwire.ingest.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Drafts become readings on all processors, some ahead of the one that is asked for, and come out
 * in the order of their sources.
 */
final class Ahead implements InputReader {
  /** Drafts ahead, for each processor: enough that one long page holds up nobody. */
  private static final int EACH = 16;

  /** Bytes of drafts ahead, all together: a page takes some ten times its size while it is read. */
  private static final long MOST_BYTES = 24L << 20;

  private final Chain chain;
  private final ExecutorService workers;
  private final int most;
  private final Deque<Begun> begun = new ArrayDeque<>();
  private long bytes;
  private boolean ended;

  Ahead(Chain chain, int processors) {
    this.chain = chain;
    this.most = processors * EACH;
    this.workers =
        Executors.newFixedThreadPool(
            processors,
            task -> {
              Thread thread = new Thread(task, "reader");
              thread.setDaemon(true);
              return thread;
            });
  }

  private record Begun(Chain.Marked marked, Future<@Nullable Reading> reading) {
    long weight() {
      return marked.draft().original().length;
    }
  }

  @Override
  public @Nullable Step next() {
    while (!ended && begun.size() < most && (begun.isEmpty() || bytes < MOST_BYTES)) {
      begin();
    }
    Begun first = begun.poll();
    if (first == null) {
      return null;
    }
    bytes -= first.weight();
    return InOrder.step(first.marked(), result(first.reading()));
  }

  private void begin() {
    Chain.Marked marked = chain.next();
    if (marked == null) {
      ended = true;
      return;
    }
    Begun next = new Begun(marked, workers.submit(() -> marked.draft().read()));
    begun.add(next);
    bytes += next.weight();
  }

  private static @Nullable Reading result(Future<@Nullable Reading> reading) {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isReady() {
    return !begun.isEmpty() || chain.isReady();
  }

  @Override
  public void close() {
    workers.shutdownNow();
    chain.close();
  }
}
