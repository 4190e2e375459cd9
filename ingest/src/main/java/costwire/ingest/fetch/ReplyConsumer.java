package costwire.ingest.fetch;

import costwire.ingest.fetch.Reply.TooLargeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Collects a response's body up to a bound, and hangs up beyond. */
final class ReplyConsumer extends AbstractBinResponseConsumer<Reply> {
  private final int maxBytes;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpResponse head;

  ReplyConsumer(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  protected void start(HttpResponse response, @Nullable ContentType type) throws IOException {
    head = response;
    Header length = response.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
    String digits = length == null || length.getValue() == null ? "0" : length.getValue().strip();
    if (digits.length() > 18 || (digits.matches("[0-9]+") && Long.parseLong(digits) > maxBytes)) {
      throw new TooLargeException(maxBytes);
    }
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
}
