package costwire.ingest.source;

import costwire.ingest.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpParser;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * An HTTP response as an archive holds it. Some archives keep the body as it travelled, others
 * decode it and leave the headers as they were: the bytes decide.
 */
final class HttpBlock {
  private final byte[] block;
  private final HttpParser parser = new HttpParser();
  private final int bodyAt;

  /**
   * @throws UnreadableException if it does not start with an HTTP header
   */
  HttpBlock(byte[] block) {
    this.block = block;
    ByteBuffer buffer = ByteBuffer.wrap(block);
    parser.lenientResponse();
    parser.parse(buffer);
    if (parser.isError() || !parser.isFinished()) {
      throw new UnreadableException("its HTTP header cannot be read");
    }
    this.bodyAt = buffer.position();
  }

  int status() {
    return parser.status();
  }

  /** Null if there is none. */
  @Nullable String contentType() {
    return parser.headers().first("Content-Type").orElse(null);
  }

  /** Whether it is a page by its own word, or says nothing. */
  boolean isHtml() {
    String type = contentType() == null ? "" : contentType().toLowerCase(Locale.ROOT);
    return type.isEmpty() || type.contains("html");
  }

  /**
   * The page, decoded.
   *
   * @param most longest, in bytes
   * @throws UnreadableException if it is longer or cannot be decoded
   */
  byte[] body(int most) {
    MessageHeaders headers = parser.headers();
    try {
      byte[] body = whole();
      String coding = String.join(",", headers.all("Content-Encoding")).toLowerCase(Locale.ROOT);
      for (String each : coding.split(",")) {
        body = decoded(body, each.strip(), most);
      }
      if (body.length > most) {
        throw new UnreadableException("larger than " + (most >> 20) + " MiB");
      }
      return body;
    } catch (IOException e) {
      throw new UnreadableException("its body cannot be decoded: " + e.getMessage());
    }
  }

  private byte[] whole() throws IOException {
    if (parser.headers().contains("Transfer-Encoding", "chunked")) {
      InputStream in = new ByteArrayInputStream(block);
      return HttpResponse.parse(Channels.newChannel(in)).body().stream().readAllBytes();
    }
    return Arrays.copyOfRange(block, bodyAt, block.length);
  }

  private static byte[] decoded(byte[] body, String coding, int most) throws IOException {
    switch (coding) {
      case "gzip", "x-gzip":
        return isGzip(body) ? read(new GZIPInputStream(in(body)), most) : body;
      case "deflate":
        return isZlib(body) ? inflated(body, false, most) : inflated(body, true, most);
      case "", "identity", "none", "utf-8":
        return body;
      default:
        // Decoded by the crawler, as most do, it reads as text.
        if (isMarkup(body)) {
          return body;
        }
        throw new UnreadableException("its body is packed as " + word(coding));
    }
  }

  private static byte[] inflated(byte[] body, boolean bare, int most) throws IOException {
    if (bare && isMarkup(body)) {
      return body;
    }
    Inflater inflater = new Inflater(bare);
    try {
      return read(new InflaterInputStream(in(body), inflater), most);
    } finally {
      inflater.end();
    }
  }

  private static byte[] read(InputStream in, int most) throws IOException {
    try (in) {
      return in.readNBytes(most + 1);
    }
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  private static boolean isZlib(byte[] bytes) {
    return bytes.length > 1
        && (bytes[0] & 0x0f) == 8
        && (((bytes[0] & 0xff) << 8) + (bytes[1] & 0xff)) % 31 == 0;
  }

  /** Whether the first thing that is not blank is a tag; a byte order mark is fine. */
  private static boolean isMarkup(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '<') {
        return true;
      }
      if (b > ' ') {
        return false;
      }
      if (b >= 0 && b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return false;
  }

  private static String word(String coding) {
    String plain = coding.replaceAll("[^a-z0-9-]", "");
    String brief = plain.length() > 20 ? plain.substring(0, 20) : plain;
    return brief + ", which is not read";
  }
}
