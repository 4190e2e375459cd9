package costwire.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** Bytes as they are, of a file or a pipe. */
final class PlainTape extends Tape {
  private final InputStream in;
  private final @Nullable SeekableByteChannel file;
  private long loaded;

  private PlainTape(InputStream in, @Nullable SeekableByteChannel file) {
    this.in = in;
    this.file = file;
  }

  static PlainTape of(SeekableByteChannel file, Spot from) throws IOException {
    file.position(from.offset());
    PlainTape tape = new PlainTape(Channels.newInputStream(file), file);
    tape.loaded = from.offset();
    return tape;
  }

  static PlainTape of(InputStream pipe) {
    return new PlainTape(pipe, null);
  }

  @Override
  int load(byte[] into, int from) throws IOException {
    int read = in.read(into, from, into.length - from);
    loaded += Math.max(0, read);
    return read;
  }

  @Override
  Spot spot() {
    return new Spot(loaded - ahead(), 0, 0);
  }

  @Override
  boolean startsMember() {
    return false;
  }

  @Override
  boolean isPacked() {
    return false;
  }

  @Override
  long consumed() {
    return loaded - ahead();
  }

  @Override
  boolean nextMember(byte[] start) {
    return false;
  }

  @Override
  long jump(long bytes) throws IOException {
    if (file == null) {
      return 0;
    }
    long jumped = Math.min(bytes, Math.max(0, file.size() - loaded));
    loaded += jumped;
    file.position(loaded);
    return jumped;
  }

  @Override
  boolean rewind(Spot spot) throws IOException {
    if (file == null) {
      return false;
    }
    forget();
    loaded = spot.offset();
    file.position(loaded);
    return true;
  }

  @Override
  boolean isReady() throws IOException {
    return file != null || ahead() > 0 || in.available() > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
