package costwire.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** A response with its body, as it came over the wire. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Reply(HttpResponse head, byte[] body) {
  int status() {
    return head.getCode();
  }

  @Nullable String header(String name) {
    Header header = head.getFirstHeader(name);
    return header == null || header.getValue() == null ? null : header.getValue().strip();
  }

  /**
   * The body as it was before it was packed.
   *
   * @throws TooLargeException if it unpacks to more than this many bytes
   * @throws IOException if it is packed in a way we did not ask for, or badly
   */
  byte[] unpacked(int maxBytes) throws IOException {
    String encoding = header(HttpHeaders.CONTENT_ENCODING);
    switch (encoding == null ? "" : encoding.toLowerCase(Locale.ROOT)) {
      case "", "identity":
        return body;
      case "gzip", "x-gzip":
        return unzipped(maxBytes);
      default:
        throw new IOException("sent as " + encoding + ", which was not asked for");
    }
  }

  private byte[] unzipped(int maxBytes) throws IOException {
    if (body.length == 0) {
      return body;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body), 1 << 14)) {
      byte[] bytes = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        throw new TooLargeException(maxBytes);
      }
      return bytes;
    } catch (TooLargeException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("broken gzip: " + e.getMessage(), e);
    }
  }

  /** More than we take. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int maxBytes) {
      super("larger than " + maxBytes + " bytes");
    }
  }
}
