package costwire.ingest.source;

import costwire.ingest.InputReader;
import costwire.ingest.Reading;
import costwire.ingest.Step;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Drafts become readings one at a time, when asked for: for sources that somebody still writes. */
final class InOrder implements InputReader {
  private final Chain chain;

  InOrder(Chain chain) {
    this.chain = chain;
  }

  @Override
  public @Nullable Step next() {
    Chain.Marked marked = chain.next();
    return marked == null ? null : step(marked, marked.draft().read());
  }

  static Step step(Chain.Marked marked, @Nullable Reading reading) {
    return new Step(reading, marked.draft().original(), marked.next(), marked.bytes());
  }

  @Override
  public boolean isReady() {
    return chain.isReady();
  }

  @Override
  public void close() {
    chain.close();
  }

  /**
   * The readings of a reader, which is closed with them. (A flat-mapped stream would hold a whole
   * archive in memory once somebody asks it for an iterator.)
   */
  static Stream<Reading> readings(InputReader reader) {
    Spliterator<Reading> readings =
        new AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
          @Override
          public boolean tryAdvance(Consumer<? super Reading> action) {
            for (Step step = reader.next(); step != null; step = reader.next()) {
              Reading reading = step.reading();
              if (reading != null) {
                action.accept(reading);
                return true;
              }
            }
            return false;
          }
        };
    return StreamSupport.stream(readings, false).onClose(reader::close);
  }
}
