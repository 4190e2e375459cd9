package costwire.ingest.source;

import costwire.ingest.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an archive into its records. One that is broken is given as such, and reading goes on at the
 * next place where a record begins.
 */
final class WarcRecords {
  /** Types that may hold an article. Of the others nothing is kept. */
  private static final Set<String> KEPT = Set.of("response", "resource", "conversion");

  /** Enough of a record that is too long to see what it is. */
  private static final int GLANCE = 1 << 16;

  /** What parts a record from the next. */
  private static final int LINE_ENDS = 4;

  /** Bytes that may be read again behind broken records; beyond them it only goes forward. */
  private static final long MOST_AGAIN = 4L << 30;

  private final Tape tape;
  private final int maxBytes;
  private ByteArrayOutputStream header = new ByteArrayOutputStream();
  private ByteArrayOutputStream block = new ByteArrayOutputStream();
  private ByteArrayOutputStream ends = new ByteArrayOutputStream();
  private long taken;
  private long again;

  /**
   * @param maxBytes longest block that is kept whole
   */
  WarcRecords(Tape tape, int maxBytes) {
    this.tape = tape;
    this.maxBytes = maxBytes;
  }

  /**
   * The next record; null at the end.
   *
   * @throws IOException if the file cannot be read
   */
  @Nullable WarcRecord next() throws IOException {
    header = new ByteArrayOutputStream();
    block = new ByteArrayOutputStream();
    ends = new ByteArrayOutputStream();
    taken = 0;
    Spot start = tape.spot();
    try {
      while (isLineEnd()) {
        tape.read();
      }
      if (!tape.has()) {
        return null;
      }
      start = tape.spot();
      return record(start);
    } catch (DamagedException e) {
      WarcRecord broken = broken(start, e);
      tape.nextMember(WarcHeader.START);
      return broken;
    } catch (UnreadableException e) {
      WarcRecord broken = broken(start, e);
      recover(start);
      return broken;
    }
  }

  private WarcRecord record(Spot start) throws IOException {
    WarcHeader read = WarcHeader.read(tape, header);
    boolean kept = KEPT.contains(read.type());
    boolean cut = read.length() > maxBytes;
    long keep = kept ? (cut ? GLANCE : read.length()) : 0;
    while (taken < read.length()) {
      if (!tape.has()) {
        throw new UnreadableException("breaks off in the middle of a record");
      }
      if (tape.startsMember() && tape.startsWith(WarcHeader.START)) {
        throw new UnreadableException("its length is wrong: the next record begins within it");
      }
      taken += taken < keep ? tape.take(block, keep - taken) : tape.pass(read.length() - taken);
    }
    while (ends.size() < LINE_ENDS && isLineEnd()) {
      ends.write(tape.read());
    }
    if (tape.has() && !isLineEnd() && !tape.startsWith(WarcHeader.START)) {
      throw new UnreadableException("its length is wrong: no record follows it");
    }
    return new WarcRecord(start, read, block.toByteArray(), cut, null);
  }

  private boolean isLineEnd() throws IOException {
    int next = tape.peek();
    return next == '\r' || next == '\n';
  }

  private WarcRecord broken(Spot start, Exception why) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(header.toByteArray());
    bytes.writeBytes(block.toByteArray());
    return WarcRecord.broken(start, bytes.toByteArray(), String.valueOf(why.getMessage()));
  }

  /** Goes on at the next record, which may lie within what was taken for the broken one. */
  private void recover(Spot start) throws IOException {
    try {
      again += Math.min(taken, maxBytes) + header.size();
      if (again <= MOST_AGAIN && tape.rewind(start)) {
        tape.read();
      } else if (again <= MOST_AGAIN && isHeldSince(start)) {
        putBack();
      }
      findStart();
    } catch (DamagedException e) {
      tape.nextMember(WarcHeader.START);
    }
  }

  /** Whether all bytes since then are here and in one gzip member. */
  private boolean isHeldSince(Spot start) {
    Spot now = tape.spot();
    long held = header.size() + block.size() + ends.size();
    return held > 0 && now.offset() == start.offset() && now.within() - start.within() == held;
  }

  private void putBack() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(header.toByteArray());
    all.writeBytes(block.toByteArray());
    all.writeBytes(ends.toByteArray());
    tape.unread(all.toByteArray(), 1);
  }

  private void findStart() throws IOException {
    boolean lineStart = tape.startsMember();
    while (tape.has()) {
      if ((lineStart || tape.startsMember()) && tape.startsWith(WarcHeader.START)) {
        return;
      }
      lineStart = tape.read() == '\n';
    }
  }
}
