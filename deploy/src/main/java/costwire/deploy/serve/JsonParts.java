package costwire.deploy.serve;

import costwire.stream.CloudEvents;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * An answer put together of parts, none of which is written or packed for it.
 *
 * @param tag equal for equal parts, on all instances
 */
record JsonParts(List<JsonPart> parts, String tag) {
  /** RFC 1952: deflated, without name or time, on any system. */
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  /** RFC 1951: a last block with nothing in it. */
  private static final byte[] LAST = {3, 0};

  JsonParts {
    parts = List.copyOf(parts);
  }

  static JsonParts of(List<JsonPart> parts) {
    byte[][] digests = parts.stream().map(JsonPart::digest).toArray(byte[][]::new);
    return new JsonParts(parts, Answer.tag(CloudEvents.id(digests)));
  }

  void answer(Context context) {
    if (Answer.isKnown(context, tag)) {
      return;
    }
    context.contentType(Route.JSON);
    if (String.valueOf(context.header("Accept-Encoding")).contains("gzip")) {
      context.header("Content-Encoding", "gzip").result(gzip());
    } else {
      context.result(plain());
    }
  }

  byte[] plain() {
    ByteBuffer all = ByteBuffer.allocate(length(JsonPart::plain));
    parts.forEach(part -> all.put(part.plain()));
    return all.array();
  }

  byte[] gzip() {
    CRC32 sum = new CRC32();
    parts.forEach(part -> sum.update(part.plain()));
    int trailer = 2 * Integer.BYTES;
    ByteBuffer all =
        ByteBuffer.allocate(GZIP.length + length(JsonPart::packed) + LAST.length + trailer)
            .order(ByteOrder.LITTLE_ENDIAN);
    all.put(GZIP);
    parts.forEach(part -> all.put(part.packed()));
    all.put(LAST).putInt((int) sum.getValue()).putInt(length(JsonPart::plain));
    return all.array();
  }

  private int length(Function<JsonPart, byte[]> bytes) {
    return parts.stream().mapToInt(part -> bytes.apply(part).length).sum();
  }
}
