package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 from a stream of any length, none of which may fill the memory. */
final class Lines {
  private final InputStream in;
  private final int maxBytes;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long number;

  Lines(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /**
   * The next line; null at the end.
   *
   * @throws IOException if the stream breaks
   */
  @Nullable Line next() throws IOException {
    length = 0;
    long seen = 0;
    int b = read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = read()) {
      seen++;
      if (seen <= maxBytes) {
        keep((byte) b);
      }
    }
    number++;
    return seen > maxBytes
        ? new Line(number, "", "longer than " + (maxBytes >> 20) + " MiB")
        : decoded();
  }

  private Line decoded() {
    int from = number == 1 && startsWithMark() ? 3 : 0;
    int to = length > from && line[length - 1] == '\r' ? length - 1 : length;
    ByteBuffer bytes = ByteBuffer.wrap(line, from, to - from);
    try {
      return new Line(number, UTF_8.newDecoder().decode(bytes).toString(), null);
    } catch (CharacterCodingException e) {
      return new Line(number, "", "not UTF-8 (byte " + (bytes.position() - from + 1) + ")");
    }
  }

  private boolean startsWithMark() {
    return length >= 3
        && line[0] == (byte) 0xef
        && line[1] == (byte) 0xbb
        && line[2] == (byte) 0xbf;
  }

  private void keep(byte b) {
    if (length == line.length) {
      line = Arrays.copyOf(line, Math.min(maxBytes, line.length * 2));
    }
    line[length++] = b;
  }

  private int read() throws IOException {
    if (at == end) {
      end = in.read(buffer, 0, buffer.length);
      at = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  /**
   * @param number from 1
   * @param fault why the line cannot be read; null if it can
   */
  record Line(long number, String text, @Nullable String fault) {}
}
