package costwire.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The bytes of a source in order, unpacked, with spots to come back to. What lies between the
 * window's marks is read and not yet taken.
 */
abstract class Tape implements Closeable {
  private static final int WINDOW = 1 << 16;

  private byte[] window = new byte[WINDOW];
  private int at;
  private int end;

  /**
   * Loads at least one byte.
   *
   * @return how many; 0 where a gzip member ends; -1 at the end of the source
   * @throws DamagedException if it is packed and cannot be unpacked
   */
  abstract int load(byte[] into, int from) throws IOException;

  /** Where the next byte stands. Exact once {@link #has} was asked. */
  abstract Spot spot();

  /** Whether a gzip member starts with the next byte. */
  abstract boolean startsMember();

  /** Whether the bytes are unpacked from gzip members, which have checksums. */
  abstract boolean isPacked();

  /** Bytes of the file that were needed so far. */
  abstract long consumed();

  /**
   * Goes on where, after a place that cannot be unpacked, the next gzip member begins with this.
   *
   * @return false if there is none
   */
  abstract boolean nextMember(byte[] start) throws IOException;

  /** Passes over bytes without reading them, if it can: how many. */
  abstract long jump(long bytes) throws IOException;

  /** Goes back to a spot, if it can. */
  abstract boolean rewind(Spot spot) throws IOException;

  /** Whether the next byte can be had without waiting. */
  abstract boolean isReady() throws IOException;

  /** Bytes in the window. */
  final int ahead() {
    return end - at;
  }

  /** Whether there is a next byte. */
  final boolean has() throws IOException {
    while (at == end) {
      forget();
      int loaded = load(window, 0);
      if (loaded < 0) {
        return false;
      }
      end = loaded;
    }
    return true;
  }

  /**
   * Whether there is a next byte in this gzip member. To be asked no more after it said no: the
   * next question is about the next member.
   */
  final boolean more() throws IOException {
    if (at == end) {
      forget();
      end = Math.max(0, load(window, 0));
    }
    return at < end;
  }

  /** The next byte; -1 at the end. */
  final int read() throws IOException {
    return at < end || has() ? window[at++] & 0xff : -1;
  }

  /** The next byte, left where it is; -1 at the end. */
  final int peek() throws IOException {
    return has() ? window[at] & 0xff : -1;
  }

  /** Moves bytes from the window, at most so many; there must be one. */
  final int take(ByteArrayOutputStream into, long most) {
    int count = (int) Math.min(most, ahead());
    into.write(window, at, count);
    at += count;
    return count;
  }

  /** Moves what a reader uses of the window's bytes, of which it is shown at most so many. */
  final void take(ByteArrayOutputStream into, int most, Consumer<ByteBuffer> reader) {
    ByteBuffer shown = ByteBuffer.wrap(window, at, Math.min(most, ahead()));
    reader.accept(shown);
    take(into, shown.position() - at);
  }

  /** Passes over bytes of this window and, where it can, of the file; how many. */
  final long pass(long most) throws IOException {
    int count = (int) Math.min(most, ahead());
    at += count;
    return count + (count < most ? jump(most - count) : 0);
  }

  /** The index of a byte from the next one on, within the window; -1 if it is not there. */
  final int find(byte wanted) {
    for (int i = at; i < end; i++) {
      if (window[i] == wanted) {
        return i - at;
      }
    }
    return -1;
  }

  /** Whether these bytes come next, in one piece. */
  final boolean startsWith(byte[] bytes) throws IOException {
    if (!has()) {
      return false;
    }
    if (window.length - at < bytes.length) {
      System.arraycopy(window, at, window, 0, ahead());
      end -= at;
      at = 0;
    }
    while (ahead() < bytes.length) {
      int loaded = load(window, end);
      if (loaded <= 0) {
        return false;
      }
      end += loaded;
    }
    return Arrays.equals(window, at, at + bytes.length, bytes, 0, bytes.length);
  }

  /** Puts bytes back that were just taken, of the same gzip member. */
  final void unread(byte[] bytes, int from) {
    byte[] wider = new byte[Math.max(WINDOW, bytes.length - from + ahead())];
    System.arraycopy(bytes, from, wider, 0, bytes.length - from);
    System.arraycopy(window, at, wider, bytes.length - from, ahead());
    end = bytes.length - from + ahead();
    at = 0;
    window = wider;
  }

  /** Empties the window. */
  final void forget() {
    at = 0;
    end = 0;
    if (window.length > WINDOW) {
      window = new byte[WINDOW];
    }
  }
}
