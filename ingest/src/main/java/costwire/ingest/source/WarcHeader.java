package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import costwire.ingest.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/** What an archive says of a record before the record. */
final class WarcHeader {
  /** How every record begins. */
  static final byte[] START = "WARC/".getBytes(US_ASCII);

  private static final int MAX_BYTES = 1 << 16;

  private final MessageHeaders fields;
  private final long length;

  private WarcHeader(MessageHeaders fields) {
    this.fields = fields;
    this.length = length(fields.first("Content-Length").orElse(""));
  }

  /**
   * @param kept is given the bytes, also of a header that cannot be read
   * @throws UnreadableException if there is none that can be read
   */
  static WarcHeader read(Tape tape, ByteArrayOutputStream kept) throws IOException {
    if (!tape.startsWith(START)) {
      throw new UnreadableException("no WARC record where one should start");
    }
    boolean blank = false;
    for (int line = 0; !blank || line > 0; ) {
      boolean next = kept.size() > 0 && tape.has() && tape.startsMember();
      int b = next && tape.startsWith(START) ? -1 : tape.read();
      if (b < 0) {
        throw new UnreadableException("breaks off in a record's header");
      }
      if (kept.size() >= MAX_BYTES) {
        throw new UnreadableException("its header is longer than " + (MAX_BYTES >> 10) + " KiB");
      }
      kept.write(b);
      blank = b == '\n' && line == 0;
      line = b == '\n' ? 0 : b == '\r' ? line : line + 1;
    }
    WarcParser parser = new WarcParser();
    parser.setLenient(true);
    parser.parse(ByteBuffer.wrap(kept.toByteArray()));
    if (parser.isError() || !parser.isFinished()) {
      throw new UnreadableException("its header cannot be read");
    }
    return new WarcHeader(parser.headers());
  }

  private static long length(String stated) {
    try {
      long length = Long.parseLong(stated.strip());
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UnreadableException("its header does not say how long it is");
  }

  /** Bytes of the block, as stated. */
  long length() {
    return length;
  }

  String type() {
    return field("WARC-Type").toLowerCase(Locale.ROOT);
  }

  /** Of the block: {@code text/html}, without parameters. */
  String mediaType() {
    return field("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  String contentType() {
    return field("Content-Type");
  }

  /** The address it was read at. Early tools set it in angle brackets. */
  String target() {
    return field("WARC-Target-URI").replaceFirst("^<(.*)>$", "$1");
  }

  String date() {
    return field("WARC-Date");
  }

  /** As an extractor of text found out; null if it did not say. */
  @Nullable String language() {
    return fields.first("WARC-Identified-Content-Language").orElse(null);
  }

  /** Whether the crawler cut it short. */
  boolean isTruncated() {
    return !field("WARC-Truncated").isEmpty();
  }

  private String field(String name) {
    return fields.first(name).orElse("").strip();
  }
}
