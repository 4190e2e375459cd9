package costwire.ingest.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A file of gzip members, unpacked one after the other. It knows where each begins, so that reading
 * can be taken up at one, and finds the next behind a damaged one.
 */
final class GzipTape extends Tape {
  /** A member may unpack to this whatever its size. */
  private static final long FREE = 16L << 20;

  /** Text packs to a fifth, at best to a thirtieth; a bomb to a thousandth. */
  private static final int MOST_RATIO = 100;

  /** How far before the place that could not be unpacked the next member may begin. */
  private static final int LOOK_BACK = 1 << 16;

  /** Each damaged place costs some time: a file with more of them is no archive. */
  private static final int MOST_DAMAGES = 10_000;

  private final PackedBytes packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private boolean inMember;
  private long member;
  private long unpacked;
  private int damages;

  GzipTape(SeekableByteChannel file, Spot from) throws IOException {
    this.packed = new PackedBytes(file);
    packed.seek(from.offset());
    this.member = from.offset();
    for (long left = from.within(); left > 0 && has(); ) {
      left -= pass(left);
    }
  }

  @Override
  int load(byte[] into, int from) throws IOException {
    if (!inMember && !open()) {
      return -1;
    }
    int count = inflate(into, from);
    if (count == 0) {
      end();
      return 0;
    }
    sum.update(into, from, count);
    unpacked += count;
    if (unpacked > FREE && unpacked > MOST_RATIO * inflater.getBytesRead()) {
      throw damaged("unpacks to more than " + MOST_RATIO + " times its size");
    }
    return count;
  }

  /** 0 at the end of the member. */
  private int inflate(byte[] into, int from) throws IOException {
    try {
      while (true) {
        int count = inflater.inflate(into, from, into.length - from);
        if (count > 0 || inflater.finished()) {
          return count;
        }
        if (inflater.needsDictionary()) {
          throw damaged("its gzip data are damaged");
        }
        if (!packed.feed(inflater)) {
          throw damaged("it breaks off in the middle of a gzip member");
        }
      }
    } catch (DataFormatException e) {
      throw damaged("its gzip data are damaged");
    }
  }

  private boolean open() throws IOException {
    // Tapes were padded with zeros, and some files still are.
    while (packed.peek() == 0) {
      packed.read();
    }
    member = packed.position();
    unpacked = 0;
    if (packed.peek() < 0) {
      return false;
    }
    if (!packed.readHeader()) {
      throw damaged("no gzip member where one should begin");
    }
    inflater.reset();
    sum.reset();
    inMember = true;
    return true;
  }

  private void end() throws IOException {
    packed.giveBack(inflater);
    inMember = false;
    if (packed.readInt() != sum.getValue() || packed.readInt() != (unpacked & 0xffff_ffffL)) {
      forget();
      throw new DamagedException("its gzip checksum is wrong", true);
    }
  }

  private DamagedException damaged(String reason) {
    if (inMember) {
      packed.giveBack(inflater);
    }
    inMember = false;
    forget();
    return new DamagedException(reason, false);
  }

  @Override
  boolean nextMember(byte[] start) throws IOException {
    forget();
    inMember = false;
    damages++;
    if (damages > MOST_DAMAGES) {
      throw new IOException("too much of it is damaged");
    }
    long from = Math.max(member + 1, packed.position() - LOOK_BACK);
    for (packed.seek(from); packed.findHeader(); packed.seek(member + 1)) {
      member = packed.position();
      try {
        if (startsWith(start)) {
          return true;
        }
      } catch (DamagedException e) {
        // Looked like a member by chance.
      }
      forget();
      inMember = false;
    }
    member = packed.position();
    unpacked = 0;
    return false;
  }

  @Override
  Spot spot() {
    return !inMember && ahead() == 0
        ? new Spot(packed.position(), 0, 0)
        : new Spot(member, unpacked - ahead(), 0);
  }

  @Override
  boolean startsMember() {
    return unpacked == ahead();
  }

  @Override
  boolean isPacked() {
    return true;
  }

  @Override
  long consumed() {
    return packed.position() - (inMember ? inflater.getRemaining() : 0);
  }

  @Override
  long jump(long bytes) {
    return 0;
  }

  @Override
  boolean rewind(Spot spot) {
    return false;
  }

  @Override
  boolean isReady() {
    return true;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
