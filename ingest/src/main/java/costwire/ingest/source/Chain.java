package costwire.ingest.source;

import costwire.ingest.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One source after the other as one stream, each opened when it is reached. (A flat-mapped stream
 * would hold a whole archive in memory once somebody asks it for an iterator.)
 */
final class Chain extends AbstractSpliterator<Reading> {
  private final Iterator<Source> sources;
  private @Nullable Readings open;
  private String place = "";

  private Chain(Iterator<Source> sources) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.sources = sources;
  }

  static Stream<Reading> stream(Iterator<Source> sources) {
    Chain chain = new Chain(sources);
    return StreamSupport.stream(chain, false).onClose(chain::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super Reading> action) {
    for (Readings from = current(); from != null; from = current()) {
      Reading next = following(from);
      if (next != null) {
        action.accept(next);
        return true;
      }
      close();
    }
    return false;
  }

  private @Nullable Readings current() {
    if (open == null && sources.hasNext()) {
      Source source = sources.next();
      place = source.place();
      open = source.opening().get();
    }
    return open;
  }

  /** A source that breaks off says so in its last reading. */
  private @Nullable Reading following(Readings from) {
    try {
      return from.next();
    } catch (IOException | UncheckedIOException e) {
      close();
      open = Readings.of(new Reading.Refused(place, "breaks off: " + e.getMessage()));
      return following(open);
    }
  }

  private void close() {
    Readings closing = open;
    open = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close " + place, e);
      }
    }
  }

  /** Something to read, not yet opened. */
  record Source(String place, Supplier<Readings> opening) {}
}
