package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import costwire.ingest.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/**
 * Cuts an archive into its records. One that is broken is given as such, and reading goes on at the
 * next place where a record begins.
 */
final class WarcRecords {
  /** Types that may hold an article. Of the others nothing is kept. */
  private static final Set<String> KEPT = Set.of("response", "resource", "conversion");

  /** How every record begins. */
  private static final byte[] START = "WARC/".getBytes(US_ASCII);

  private static final byte[] FIRST_LINE_1_0 = "WARC/1.0\r\n".getBytes(US_ASCII);
  private static final byte[] FIRST_LINE_1_1 = "WARC/1.1\r\n".getBytes(US_ASCII);

  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  /** Longest header that is read. */
  private static final int MAX_HEADER = 1 << 16;

  /** Enough of a record that is too long to see what it is. */
  private static final int GLANCE = 1 << 16;

  /** What parts a record from the next. */
  private static final int LINE_ENDS = 4;

  /** Bytes that may be read again behind broken records; beyond them it only goes forward. */
  private static final long MOST_AGAIN = 4L << 30;

  private final Tape tape;
  private final int maxBytes;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();
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
  @Nullable RawRecord next() throws IOException {
    kept = new ByteArrayOutputStream();
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
      tape.nextMember(START);
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

  private RawRecord record(Spot start) throws IOException {
    MessageHeaders header = header();
    long length = length(header);
    boolean cut = length > maxBytes;
    boolean wanted = KEPT.contains(header.first("WARC-Type").orElse(""));
    long keep = wanted ? (cut ? GLANCE : length) : 0;
    while (taken < length) {
      if (!tape.has()) {
        throw new UnreadableException("breaks off in the middle of a record");
      }
      if (tape.startsMember() && tape.startsWith(START)) {
        throw new UnreadableException("its length is wrong: the next record begins within it");
      }
      taken += taken < keep ? tape.take(kept, keep - taken) : tape.pass(length - taken);
    }
    byte[] bytes = kept.toByteArray();
    return new RawRecord(start, end(), bytes, cut, null);
  }

  /** Read by jwarc, which knows no bound and no end of a gzip member: those are seen to here. */
  private MessageHeaders header() throws IOException {
    if (!tape.startsWith(START)) {
      throw new UnreadableException("no WARC record where one should start");
    }
    WarcParser parser = new WarcParser();
    parser.setLenient(true);
    while (!parser.isFinished()) {
      boolean next = kept.size() > 0 && tape.has() && tape.startsMember();
      if (!tape.has() || (next && tape.startsWith(START))) {
        throw new UnreadableException("breaks off in a record's header");
      }
      if (kept.size() >= MAX_HEADER) {
        throw new UnreadableException("its header is longer than " + (MAX_HEADER >> 10) + " KiB");
      }
      tape.take(kept, MAX_HEADER - kept.size(), parser::parse);
      if (parser.isError()) {
        throw new UnreadableException("its header cannot be read");
      }
    }
    return parser.headers();
  }

  private static long length(MessageHeaders header) {
    String stated = header.first("Content-Length").orElse("");
    if (!LENGTH.matcher(stated).matches()) {
      throw new UnreadableException("its header does not say how long it is");
    }
    return Long.parseLong(stated);
  }

  /** Sees to it that the record ends here: with its line ends, its member, or the next record. */
  private Spot end() throws IOException {
    boolean more = tape.more();
    int ends = 0;
    while (more && ends < LINE_ENDS && isLineEnd()) {
      kept.write(tape.read());
      ends++;
      more = ends == LINE_ENDS || tape.more();
    }
    Spot next = tape.spot();
    boolean parted = ends == LINE_ENDS;
    try {
      // What is packed is not damaged without notice: there, line ends alone prove nothing.
      boolean ended = !more || !tape.more() || (parted && !tape.isPacked());
      if (!ended && !isLineEnd() && !tape.startsWith(START)) {
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

  private RawRecord broken(Spot start, Exception why) {
    String fault = String.valueOf(why.getMessage());
    return new RawRecord(start, tape.spot(), kept.toByteArray(), false, fault);
  }

  /** Goes on at the next record, which may lie within what was taken for the broken one. */
  private void recover(Spot start) throws IOException {
    try {
      again += Math.max(kept.size(), Math.min(taken, maxBytes));
      if (again <= MOST_AGAIN && tape.rewind(start)) {
        tape.read();
      } else if (again <= MOST_AGAIN && isHeldSince(start)) {
        tape.unread(kept.toByteArray(), 1);
      }
      findStart();
    } catch (DamagedException e) {
      tape.nextMember(START);
    }
  }

  /** Whether all bytes since then are here and in one gzip member. */
  private boolean isHeldSince(Spot start) {
    Spot now = tape.spot();
    long held = kept.size();
    return held > 0 && now.offset() == start.offset() && now.within() - start.within() == held;
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
        ? tape.startsWith(START)
        : tape.startsWith(FIRST_LINE_1_0) || tape.startsWith(FIRST_LINE_1_1);
  }
}
