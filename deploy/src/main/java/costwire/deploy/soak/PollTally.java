package costwire.deploy.soak;

import java.util.HashMap;
import java.util.Map;

/** How a host's feeds were polled; safe for use by many threads. */
final class PollTally {
  /** By path, the listing that was last handed out. */
  private final Map<String, String> given = new HashMap<>();

  private final Map<String, Integer> late = new HashMap<>();
  private long unchanged;
  private long answeredUnchanged;

  /**
   * A poll of a feed.
   *
   * @param path where it began
   * @param tag of its listing now
   * @param validates whether its host tells an unchanged listing by its tag
   * @param same whether the reader had the same tag, and is told so
   */
  synchronized void polled(String path, String tag, boolean validates, boolean same) {
    if (tag.equals(given.put(path, tag)) && validates) {
      unchanged++;
      answeredUnchanged += same ? 1 : 0;
    }
  }

  /** A poll of a feed that said it was gone for ever. */
  synchronized void afterTheEnd(String path) {
    late.merge(path, 1, Integer::sum);
  }

  /** Whether a reader has the listing of that tag. */
  synchronized boolean hasGiven(String path, String tag) {
    return tag.equals(given.get(path));
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
