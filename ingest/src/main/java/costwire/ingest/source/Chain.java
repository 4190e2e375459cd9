package costwire.ingest.source;

import costwire.ingest.Mark;
import costwire.ingest.Reading;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One source after the other, each opened when it is reached. */
final class Chain implements Closeable {
  private final List<Source> sources;
  private int next;
  private Spot from;
  private long behind;
  private long reached;
  private @Nullable Drafts open;

  Chain(List<Source> sources, Mark start) {
    this.sources = sources;
    this.next = start.input();
    this.from = start.spot();
    for (Source source : sources.subList(0, Math.min(next, sources.size()))) {
      behind += source.size();
    }
  }

  /** A draft with where to go on behind it, and how many bytes of all sources lie behind. */
  record Marked(Draft draft, Mark next, long bytes) {}

  /** The next; null at the end. */
  @Nullable Marked next() {
    for (Drafts drafts = current(); drafts != null; drafts = current()) {
      Draft draft = following(drafts);
      if (draft != null) {
        return marked(draft);
      }
      close();
      behind += sources.get(next).size();
      next++;
    }
    return null;
  }

  private Marked marked(Draft draft) {
    Source source = sources.get(next);
    boolean whole = draft.next().equals(Spot.START);
    Mark mark = whole ? new Mark(next + 1, Spot.START) : new Mark(next, draft.next());
    long consumed = whole ? source.size() : Math.min(draft.consumed(), source.size());
    // Behind a damaged place it may look back a little.
    reached = Math.max(reached, behind + consumed);
    return new Marked(draft, mark, reached);
  }

  private @Nullable Drafts current() {
    if (open == null && next < sources.size()) {
      open = sources.get(next).opening().open(from);
      from = Spot.START;
    }
    return open;
  }

  /** A source that breaks off says so in its last draft. */
  private @Nullable Draft following(Drafts from) {
    try {
      return from.next();
    } catch (IOException | UncheckedIOException e) {
      close();
      String place = sources.get(next).place();
      open = Drafts.of(Draft.of(new Reading.Refused(place, "breaks off: " + e.getMessage())));
      return following(open);
    }
  }

  /** Whether the next draft can be had without waiting. */
  boolean isReady() {
    try {
      return open == null || open.isReady();
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    Drafts closing = open;
    open = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close " + sources.get(next).place(), e);
      }
    }
  }

  /**
   * Something to read, not yet opened.
   *
   * @param size in bytes; 0 if unknown
   */
  record Source(String place, long size, Opening opening) {}

  /** Opens a source at a spot. */
  interface Opening {
    Drafts open(Spot from);
  }
}
