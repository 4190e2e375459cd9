package costwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import costwire.ingest.UnreadableException;
import costwire.ingest.page.PageCharset;
import costwire.ingest.page.Sniff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A feed's bytes as text, whatever they are packed in and labelled as. */
final class FeedText {
  /** Largest feed once unpacked, in bytes. */
  private static final int MAX_BYTES = 8 << 20;

  private FeedText() {}

  /**
   * @param contentType as the server sent it; null if it sent none
   * @throws UnreadableException if it is no text
   */
  static String of(byte[] body, @Nullable String contentType) {
    byte[] bytes = unpacked(body);
    if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] == '<' && bytes[2] == 0) {
      return new String(bytes, UTF_16BE);
    }
    if (bytes.length >= 4 && bytes[0] == '<' && bytes[1] == 0 && bytes[3] == 0) {
      return new String(bytes, UTF_16LE);
    }
    String refusal = Sniff.notText(bytes);
    if (refusal != null) {
      throw new UnreadableException("not a feed: " + refusal);
    }
    return PageCharset.decode(bytes, contentType);
  }

  /** Sitemaps are served as gzip files. */
  static byte[] unpacked(byte[] body) {
    boolean packed = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    return packed ? unpacked(body, MAX_BYTES + 1, true) : body;
  }

  /** The beginning alone; what is broken further down is no matter. */
  static byte[] beginning(byte[] body, int most) {
    boolean packed = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    return packed ? unpacked(body, most, false) : body;
  }

  private static byte[] unpacked(byte[] body, int most, boolean whole) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] bytes = in.readNBytes(most);
      if (whole && bytes.length == most) {
        throw new UnreadableException("not a feed: it unpacks to more than 8 MiB");
      }
      return bytes;
    } catch (IOException e) {
      if (whole) {
        throw new UnreadableException("not a feed: broken gzip");
      }
      return new byte[0];
    }
  }
}
