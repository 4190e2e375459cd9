package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 from a source of any length, none of which may fill the memory. */
final class Lines {
  private final Tape tape;
  private final int maxBytes;
  private long number;

  Lines(Tape tape, int maxBytes, long before) {
    this.tape = tape;
    this.maxBytes = maxBytes;
    this.number = before;
  }

  /**
   * The next line; null at the end.
   *
   * @throws IOException if the source breaks
   */
  @Nullable Line next() throws IOException {
    if (!tape.has()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    boolean ended = false;
    while (!ended && tape.has()) {
      int found = tape.find((byte) '\n');
      long part = found < 0 ? tape.ahead() : found;
      int kept = tape.take(line, Math.min(part, maxBytes - line.size()));
      tape.pass(part - kept);
      length += part;
      ended = found >= 0 && tape.read() == '\n';
    }
    number++;
    return new Line(number, line.toByteArray(), length > maxBytes);
  }

  /** Lines read so far, and those before them. */
  long number() {
    return number;
  }

  /**
   * @param number from 1
   * @param bytes without the line's end, up to the most that is kept
   * @param cut whether it is longer than that
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Line(long number, byte[] bytes, boolean cut) {
    boolean isBlank() {
      for (int i = start(); i < bytes.length; i++) {
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
          return false;
        }
      }
      return true;
    }

    /** Behind a byte order mark. */
    private int start() {
      return number == 1 && startsWithMark() ? 3 : 0;
    }

    /**
     * @throws UnreadableException if it is not UTF-8
     */
    String text() {
      int from = start();
      int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? -1 : 0;
      ByteBuffer buffer = ByteBuffer.wrap(bytes, from, bytes.length + to - from);
      try {
        return UTF_8.newDecoder().decode(buffer).toString();
      } catch (CharacterCodingException e) {
        throw new UnreadableException("not UTF-8 (byte " + (buffer.position() - from + 1) + ")");
      }
    }

    private boolean startsWithMark() {
      return bytes.length >= 3
          && bytes[0] == (byte) 0xef
          && bytes[1] == (byte) 0xbb
          && bytes[2] == (byte) 0xbf;
    }
  }
}
