package costwire.ingest.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * That an article is in a band, or is there no longer. There are as many as an article has bands,
 * so they travel as bytes.
 *
 * @param at the article's date, in milliseconds since the epoch
 * @param band its number, from 0
 * @param sketch null: it leaves
 */
public record Posting(String articleId, long at, int band, @Nullable Sketch sketch) {
  private static final int HEAD = Long.BYTES + 1 + Short.BYTES;

  /** Its form in bytes. */
  public static Serde<Posting> serde() {
    return Serdes.serdeFrom(
        (topic, posting) -> posting.bytes(), (topic, bytes) -> of(ByteBuffer.wrap(bytes)));
  }

  private byte[] bytes() {
    byte[] id = articleId.getBytes(UTF_8);
    int rest = sketch == null ? 0 : sketch.bytes().limit();
    ByteBuffer out = ByteBuffer.allocate(HEAD + id.length + rest);
    out.putLong(at).put((byte) band).putShort((short) id.length).put(id);
    if (sketch != null) {
      out.put(sketch.bytes().duplicate());
    }
    return out.array();
  }

  private static Posting of(ByteBuffer in) {
    try {
      long at = in.getLong();
      int band = in.get();
      byte[] id = new byte[in.getShort()];
      in.get(id);
      return new Posting(
          new String(id, UTF_8), at, band, in.hasRemaining() ? new Sketch(in) : null);
    } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
      throw new SerializationException("not a posting: " + e.getMessage(), e);
    }
  }
}
