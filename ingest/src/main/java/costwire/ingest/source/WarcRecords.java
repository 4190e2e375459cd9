package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

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

  private static final byte[] FIRST_LINE_1_0 = "WARC/1.0\r\n".getBytes(US_ASCII);
  private static final byte[] FIRST_LINE_1_1 = "WARC/1.1\r\n".getBytes(US_ASCII);

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
  private @Nullable DamagedException behind;
  private Spot behindAt = Spot.START;

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
    Spot start = behind == null ? tape.spot() : behindAt;
    try {
      throwBehind();
      while (isLineEnd()) {
        tape.read();
      }
      if (!tape.has()) {
        return null;
      }
      start = tape.spot();
      return record(start);
    } catch (DamagedException e) {
      tape.nextMember(WarcHeader.START);
      return broken(start, e);
    } catch (UnreadableException e) {
      recover(start);
      return broken(start, e);
    }
  }

  /** What was found damaged when the record before it was whole already. */
  private void throwBehind() throws DamagedException {
    DamagedException found = behind;
    behind = null;
    if (found != null) {
      throw found;
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
    Spot next = end();
    return new WarcRecord(start, next, read, block.toByteArray(), cut, null);
  }

  /** Sees to it that the record ends here: with its line ends, its member, or the next record. */
  private Spot end() throws IOException {
    boolean more = tape.more();
    while (more && ends.size() < LINE_ENDS && isLineEnd()) {
      ends.write(tape.read());
      more = ends.size() == LINE_ENDS || tape.more();
    }
    Spot next = tape.spot();
    boolean parted = ends.size() == LINE_ENDS;
    try {
      // What is packed is not damaged without notice: there, line ends alone prove nothing.
      boolean ended = !more || !tape.more() || (parted && !tape.isPacked());
      if (!ended && !isLineEnd() && !tape.startsWith(WarcHeader.START)) {
        throw new UnreadableException("its length is wrong: no record follows it");
      }
      return tape.spot();
    } catch (DamagedException e) {
      if (!parted || e.isChecksum()) {
        throw e;
      }
      behind = e;
      behindAt = next;
      return next;
    }
  }

  private boolean isLineEnd() throws IOException {
    int next = tape.peek();
    return next == '\r' || next == '\n';
  }

  private WarcRecord broken(Spot start, Exception why) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(header.toByteArray());
    bytes.writeBytes(block.toByteArray());
    return WarcRecord.broken(
        start, tape.spot(), bytes.toByteArray(), String.valueOf(why.getMessage()));
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
      if (tape.peek() == 'W' && isStart(lineStart || tape.startsMember())) {
        return;
      }
      lineStart = tape.read() == '\n';
    }
  }

  /** Within a line, only the whole first line of a record is taken for one. */
  private boolean isStart(boolean lineStart) throws IOException {
    return lineStart
        ? tape.startsWith(WarcHeader.START)
        : tape.startsWith(FIRST_LINE_1_0) || tape.startsWith(FIRST_LINE_1_1);
  }
}
