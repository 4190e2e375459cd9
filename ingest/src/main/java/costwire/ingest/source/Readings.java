package costwire.ingest.source;

import costwire.ingest.Reading;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something that gives one reading after the other, on demand. */
interface Readings extends Closeable {
  /**
   * The next; null at the end.
   *
   * @throws IOException if it breaks off here
   */
  @Nullable Reading next() throws IOException;

  /** One reading and no more. */
  static Readings of(Reading only) {
    return new Readings() {
      private @Nullable Reading left = only;

      @Override
      public @Nullable Reading next() {
        Reading next = left;
        left = null;
        return next;
      }

      @Override
      public void close() {
        left = null;
      }
    };
  }
}
