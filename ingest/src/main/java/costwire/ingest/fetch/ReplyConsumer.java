package costwire.ingest.fetch;

import costwire.ingest.fetch.Reply.TooLargeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.entity.AbstractBinDataConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Collects a response's body up to a bound, and hangs up beyond. Reads nothing else of the
 * response: what its headers say may be anything.
 */
final class ReplyConsumer extends AbstractBinDataConsumer implements AsyncResponseConsumer<Reply> {
  private final int maxBytes;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpResponse head;
  private @Nullable FutureCallback<Reply> result;

  ReplyConsumer(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<Reply> callback)
      throws IOException {
    head = response;
    result = callback;
    if (entity == null) {
      completed();
    } else if (entity.getContentLength() > maxBytes) {
      throw new TooLargeException(maxBytes);
    }
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {
    // A server that promises to go on has said nothing yet.
  }

  @Override
  protected int capacityIncrement() {
    return 1 << 16;
  }

  @Override
  protected void data(ByteBuffer bytes, boolean endOfStream) throws IOException {
    if (bytes.remaining() > maxBytes - body.size()) {
      throw new TooLargeException(maxBytes);
    }
    byte[] chunk = new byte[bytes.remaining()];
    bytes.get(chunk);
    body.write(chunk, 0, chunk.length);
  }

  @Override
  protected void completed() {
    if (head != null && result != null) {
      result.completed(new Reply(head, body.toByteArray()));
    }
  }

  @Override
  public void failed(Exception cause) {
    releaseResources();
  }

  @Override
  public void releaseResources() {
    body.reset();
  }
}
