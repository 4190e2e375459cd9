package costwire.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something that gives one draft after the other, on demand. */
interface Drafts extends Closeable {
  /**
   * The next; null at the end.
   *
   * @throws IOException if it breaks off here
   */
  @Nullable Draft next() throws IOException;

  /** Whether the next can be had without waiting. */
  default boolean isReady() throws IOException {
    return true;
  }

  /** One and no more. */
  static Drafts of(Draft only) {
    return new Drafts() {
      private @Nullable Draft left = only;

      @Override
      public @Nullable Draft next() {
        Draft next = left;
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
