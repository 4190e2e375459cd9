package costwire.deploy.soak;

import java.util.HashMap;
import java.util.Map;

/** How a host's feeds were polled; safe for use by many threads. */
final class PollTally {
  /** By path, the listing that was last handed out. */
  private final Map<String, String> given = new HashMap<>();

  private final Map<String, Integer> late = new HashMap<>();
  private long polls;
  private long unchanged;
  private long answeredUnchanged;

  /**
   * A poll of a feed that has validators.
   *
   * @param tag of its listing now
   * @param same whether the reader had the same tag, and is told so
   */
  synchronized void polled(String path, String tag, boolean same) {
    polls++;
    if (tag.equals(given.put(path, tag))) {
      unchanged++;
      answeredUnchanged += same ? 1 : 0;
    }
  }

  /** A poll of a feed that said it was gone for ever. */
  synchronized void afterTheEnd(String path) {
    late.merge(path, 1, Integer::sum);
  }

  synchronized long polls() {
    return polls;
  }

  /** Polls that found the listing as it was at the poll before. */
  synchronized long unchanged() {
    return unchanged;
  }

  /** Those of them that were answered with 304. */
  synchronized long answeredUnchanged() {
    return answeredUnchanged;
  }

  /** Polls of ended feeds beyond the first, which is how a reader hears of the end. */
  synchronized long beyondTheEnd() {
    return late.values().stream().mapToLong(times -> times - 1L).sum();
  }
}
