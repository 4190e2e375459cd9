package costwire.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.Inflater;

/** The packed side of a gzip file: a window on its bytes, and the members' headers (RFC 1952). */
final class PackedBytes implements Closeable {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  /** Longest name or comment of a member. */
  private static final int MAX_NAME = 1 << 16;

  private final SeekableByteChannel file;
  private final byte[] window = new byte[1 << 16];
  private int at;
  private int end;
  private long loaded;

  PackedBytes(SeekableByteChannel file) {
    this.file = file;
  }

  long position() {
    return loaded - (end - at);
  }

  void seek(long position) throws IOException {
    long first = loaded - end;
    if (position >= first && position <= loaded) {
      at = (int) (position - first);
      return;
    }
    file.position(position);
    loaded = position;
    at = 0;
    end = 0;
  }

  private boolean has() throws IOException {
    if (at < end) {
      return true;
    }
    int read = file.read(ByteBuffer.wrap(window));
    at = 0;
    end = Math.max(0, read);
    loaded += end;
    return end > 0;
  }

  int peek() throws IOException {
    return has() ? window[at] & 0xff : -1;
  }

  int read() throws IOException {
    return has() ? window[at++] & 0xff : -1;
  }

  /** Four bytes, the lowest first; -1 if the file ends. */
  long readInt() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int b = read();
      if (b < 0) {
        return -1;
      }
      value |= (long) b << shift;
    }
    return value;
  }

  /** False at the end of the file. */
  boolean feed(Inflater inflater) throws IOException {
    if (!has()) {
      return false;
    }
    inflater.setInput(window, at, end - at);
    at = end;
    return true;
  }

  /** Takes back what an inflater was fed and did not need. */
  void giveBack(Inflater inflater) {
    at = end - inflater.getRemaining();
  }

  /** Reads a member's header; false if it is none. */
  boolean readHeader() throws IOException {
    if (read() != MAGIC_1 || read() != MAGIC_2 || read() != DEFLATE) {
      return false;
    }
    int flags = read();
    if (flags < 0 || (flags & RESERVED) != 0 || !skip(6)) {
      return false;
    }
    if ((flags & EXTRA) != 0 && !skip(read() | read() << 8)) {
      return false;
    }
    return ((flags & NAME) == 0 || skipName())
        && ((flags & COMMENT) == 0 || skipName())
        && ((flags & CHECK) == 0 || skip(2));
  }

  private boolean skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      if (read() < 0) {
        return false;
      }
    }
    return bytes >= 0;
  }

  private boolean skipName() throws IOException {
    for (int i = 0; i < MAX_NAME; i++) {
      int b = read();
      if (b <= 0) {
        return b == 0;
      }
    }
    return false;
  }

  /** Goes to the next place that looks like a member's first bytes; false if there is none. */
  boolean findHeader() throws IOException {
    while (has()) {
      if (read() == MAGIC_1 && peek() == MAGIC_2) {
        long found = position() - 1;
        read();
        if (peek() == DEFLATE) {
          seek(found);
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
