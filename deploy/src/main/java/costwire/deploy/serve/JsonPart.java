package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.stream.CloudEvents;
import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * A stretch of JSON that comes in many answers, written and packed once for all of them. Packed
 * parts can be put behind one another: each ends at a byte and refers to nothing before it.
 */
final class JsonPart {
  private static final int BUFFER = 8_192;

  private final byte[] plain;
  private final byte[] packed;
  private final byte[] digest;

  private JsonPart(byte[] plain, byte[] packed) {
    this.plain = plain;
    this.packed = packed;
    this.digest = CloudEvents.id(plain).getBytes(UTF_8);
  }

  static JsonPart of(String json) {
    return of(json.getBytes(UTF_8));
  }

  /**
   * @param json which is the part's from now on
   */
  static JsonPart of(byte[] json) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(json);
      ByteArrayOutputStream packed = new ByteArrayOutputStream(json.length / 8 + 64);
      byte[] buffer = new byte[BUFFER];
      int length = BUFFER;
      while (length == BUFFER) {
        length = deflater.deflate(buffer, 0, BUFFER, Deflater.FULL_FLUSH);
        packed.write(buffer, 0, length);
      }
      return new JsonPart(json, packed.toByteArray());
    } finally {
      deflater.end();
    }
  }

  byte[] plain() {
    return plain;
  }

  /** Blocks of RFC 1951, none of them the last one. */
  byte[] packed() {
    return packed;
  }

  /** Equal for equal bytes. */
  byte[] digest() {
    return digest;
  }
}
