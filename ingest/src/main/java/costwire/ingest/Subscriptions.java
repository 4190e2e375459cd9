package costwire.ingest;

import java.util.List;

/**
 * A list of feeds as readers of feeds exchange it (OPML).
 *
 * @param feeds each address once, in the order of the list
 * @param leftOut what could not be taken, and why, a line each
 */
public record Subscriptions(List<Feed> feeds, List<String> leftOut) {
  public Subscriptions {
    feeds = List.copyOf(feeds);
    leftOut = List.copyOf(leftOut);
  }
}
