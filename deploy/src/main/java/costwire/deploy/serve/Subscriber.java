package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client of the live stream. It holds no thread: what the network does not take at once waits in
 * a bounded queue, and a client whose queue runs over is dropped (its browser comes back with the
 * id of the last event it saw, and gets the rest).
 */
final class Subscriber implements WriteListener, Consumer<LiveEvent> {
  static final int MAX_WAITING = 1_000;
  private static final byte[] HEARTBEAT = "event: heartbeat\ndata: {}\n\n".getBytes(UTF_8);

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Executor writer;
  private final Consumer<Subscriber> ended;
  private final Deque<Supplier<byte[]>> waiting = new ArrayDeque<>();
  private @Nullable Positions after;
  private Iterator<LiveEvent> backlog = List.<LiveEvent>of().iterator();
  private byte @Nullable [] greeting = "retry: 2000\n\n".getBytes(UTF_8);
  private boolean begun;
  private boolean called;
  private boolean unflushed;
  private boolean open = true;

  /**
   * @param after where the client was; null: it is new
   * @param writer writes to the client: whoever tells of events waits for no network
   * @param ended told once when the client is gone
   */
  Subscriber(
      AsyncContext context,
      ServletOutputStream out,
      @Nullable Positions after,
      Executor writer,
      Consumer<Subscriber> ended) {
    this.context = context;
    this.out = out;
    this.after = after;
    this.writer = writer;
    this.ended = ended;
  }

  /** Sends what the client missed, then what came meanwhile, then all that comes. */
  synchronized void begin(List<LiveEvent> missed) {
    backlog = missed.iterator();
    begun = true;
    out.setWriteListener(this);
  }

  @Override
  public synchronized void accept(LiveEvent event) {
    Positions seen = after;
    // While the model is being refilled, the client knows what comes.
    if (seen == null || !event.isBefore(seen)) {
      offer(event::bytes);
    }
  }

  /** Tells the client, and finds out from it, that the connection stands. */
  synchronized void beat() {
    if (waiting.isEmpty() && !backlog.hasNext()) {
      offer(() -> HEARTBEAT);
    }
  }

  private void offer(Supplier<byte[]> event) {
    if (!open) {
      return;
    }
    if (waiting.size() >= MAX_WAITING) {
      end();
      return;
    }
    waiting.add(event);
    if (!called) { // Once for all that waits: the writer's own queue stays short.
      called = true;
      writer.execute(this::write);
    }
  }

  private synchronized void write() {
    called = false;
    drain();
  }

  @Override
  public synchronized void onWritePossible() {
    drain();
  }

  @Override
  public synchronized void onError(Throwable cause) {
    end();
  }

  private void drain() {
    try {
      while (open && begun && out.isReady()) {
        byte[] next = next();
        if (next != null) {
          out.write(next);
          unflushed = true;
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          return;
        }
      }
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }

  private byte @Nullable [] next() {
    byte[] first = greeting;
    if (first != null) {
      greeting = null;
      return first;
    }
    if (!backlog.hasNext()) {
      Supplier<byte[]> event = waiting.poll();
      return event == null ? null : event.get();
    }
    LiveEvent event = backlog.next();
    // Until all of it is sent, the client's place is still the one it came with.
    return backlog.hasNext() && after != null ? event.bytes(after) : event.bytes();
  }

  synchronized void end() {
    if (open) {
      open = false;
      waiting.clear();
      ended.accept(this);
      context.complete();
    }
  }
}
