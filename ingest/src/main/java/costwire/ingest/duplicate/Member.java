package costwire.ingest.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/**
 * An article in a band, as the store of the bands keeps it: the members of a band lie together, by
 * date and then by id.
 *
 * @param band its name
 * @param at the article's date, in milliseconds since the epoch
 */
record Member(long band, long at, String articleId, Sketch sketch) {
  private static final int HEAD = 2 * Long.BYTES;

  /** Bands in which one pair is told of: one might be crowded by others, hardly three. */
  private static final int TOLD = 3;

  static Bytes key(long band, long at, String articleId) {
    return key(band, at, articleId.getBytes(UTF_8));
  }

  /** Behind all members of the band at that date. */
  static Bytes after(long band, long at) {
    return key(band, at, new byte[] {(byte) 0xff});
  }

  private static Bytes key(long band, long at, byte[] id) {
    ByteBuffer key = ByteBuffer.allocate(HEAD + id.length);
    // Bytes are compared without a sign, dates with one.
    return Bytes.wrap(key.putLong(band).putLong(at ^ Long.MIN_VALUE).put(id).array());
  }

  static Member of(Bytes key, byte[] value) {
    ByteBuffer in = ByteBuffer.wrap(key.get());
    long band = in.getLong();
    long at = in.getLong() ^ Long.MIN_VALUE;
    String id = UTF_8.decode(in).toString();
    return new Member(band, at, id, new Sketch(ByteBuffer.wrap(value).position(Long.BYTES)));
  }

  /** The value under the key, which says when it was read too. */
  static byte[] value(long readAt, Sketch sketch) {
    ByteBuffer value = ByteBuffer.allocate(Long.BYTES + sketch.bytes().limit());
    return value.putLong(readAt).put(sketch.bytes().duplicate()).array();
  }

  static long readAt(byte[] value) {
    return ByteBuffer.wrap(value).getLong();
  }

  /** Whether it falls to the band of that number to tell of this pair. */
  boolean isToldOf(Member other, int number) {
    int before = 0;
    for (int band = 0; band < number && before < TOLD; band++) {
      before += sketch.meets(other.sketch, band) ? 1 : 0;
    }
    return before < TOLD;
  }
}
