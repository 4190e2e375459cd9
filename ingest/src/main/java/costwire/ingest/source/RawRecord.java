package costwire.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * A record cut out of an archive.
 *
 * @param start where it begins
 * @param next where reading goes on after it
 * @param bytes its header and its block, as much as is kept of it
 * @param cut whether the block is longer than what is kept of it
 * @param fault why it cannot be read; null if it can
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record RawRecord(Spot start, Spot next, byte[] bytes, boolean cut, @Nullable String fault) {
  /**
   * What it says.
   *
   * @throws IllegalArgumentException if its header says what can be said once twice
   */
  WarcRecord parsed() throws IOException {
    var nothingMore = Channels.newChannel(InputStream.nullInputStream());
    WarcReader reader = new WarcReader(nothingMore, ByteBuffer.wrap(bytes));
    reader.setLenient(true);
    return reader.next().orElseThrow();
  }
}
