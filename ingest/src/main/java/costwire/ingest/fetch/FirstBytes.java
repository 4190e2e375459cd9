package costwire.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Takes the first bytes of a response's body and hangs up on the rest. */
final class FirstBytes extends AbstractBinResponseConsumer<Reply> {
  private final int maxBytes;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpResponse head;

  FirstBytes(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  protected void start(HttpResponse response, @Nullable ContentType type) {
    head = response;
  }

  @Override
  protected int capacityIncrement() {
    return 1 << 14;
  }

  @Override
  protected void data(ByteBuffer bytes, boolean endOfStream) throws IOException {
    byte[] chunk = new byte[Math.min(bytes.remaining(), maxBytes - body.size())];
    boolean more = bytes.remaining() > chunk.length;
    bytes.get(chunk);
    body.write(chunk, 0, chunk.length);
    if (more) {
      throw new EnoughException(buildResult());
    }
  }

  @Override
  protected Reply buildResult() {
    if (head == null) {
      throw new IllegalStateException("a body without a head");
    }
    return new Reply(head, body.toByteArray());
  }

  @Override
  public void releaseResources() {
    body.reset();
  }

  /** We have what we want: the only way to hang up on the rest is to fail. */
  @SuppressWarnings("serial") // never leaves the process
  static final class EnoughException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    EnoughException(Reply reply) {
      super("enough");
      this.reply = reply;
    }

    Reply reply() {
      return reply;
    }
  }
}
