package costwire.deploy.measure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events as they come, no more of each than its id: thousands of clients in a
 * process must not cost more than what they measure.
 */
final class EventReader implements Flow.Subscriber<List<ByteBuffer>> {
  /** Longer lines are data. */
  private static final int HEAD = 400;

  private final Runnable begun;
  private final Consumer<String> received;
  private final Runnable ended;
  private final byte[] head = new byte[HEAD];
  private int length;
  private boolean hasBegun;
  private @Nullable String id;
  private Flow.@Nullable Subscription subscription;

  /**
   * @param begun told once, when the first bytes are there
   * @param received told the id of each event that has one, when all of it is there
   * @param ended told once, if the stream ends by itself
   */
  EventReader(Runnable begun, Consumer<String> received, Runnable ended) {
    this.begun = begun;
    this.received = received;
    this.ended = ended;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (!hasBegun) {
      hasBegun = true;
      begun.run();
    }
    buffers.forEach(this::read);
  }

  private void read(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    for (byte b : bytes) {
      if (b == '\n') {
        line();
        length = 0;
      } else {
        if (length < HEAD) {
          head[length] = b;
        }
        length++;
      }
    }
  }

  private void line() {
    if (length == 0 && id != null) {
      received.accept(id);
      id = null;
    } else if (length > 3 && length <= HEAD && head[0] == 'i' && head[1] == 'd') {
      id = new String(head, 3, length - 3, US_ASCII).strip();
    }
  }

  @Override
  public void onError(Throwable failure) {
    ended.run();
  }

  @Override
  public void onComplete() {
    ended.run();
  }

  /** Hangs up. */
  synchronized void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
