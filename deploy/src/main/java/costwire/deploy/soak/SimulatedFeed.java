package costwire.deploy.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A feed of a simulated host.
 *
 * @param path where it began
 * @param articles in the order in which they appear
 * @param moves when it moves for good; null: never
 * @param ends when it is gone for ever; null: never
 */
record SimulatedFeed(
    String path,
    List<SimulatedArticle> articles,
    @Nullable Duration moves,
    @Nullable Duration ends) {
  SimulatedFeed {
    articles = List.copyOf(articles);
  }

  /** Where it is after it moved. */
  String newPath() {
    return "/moved" + path;
  }

  boolean hasMoved(Duration time) {
    return moves != null && time.compareTo(moves) >= 0;
  }

  boolean hasEnded(Duration time) {
    return ends != null && time.compareTo(ends) >= 0;
  }

  /** In words, with a comma before; empty if it neither moves nor ends. */
  String fate() {
    return moves != null ? ", moved" : ends != null ? ", ended" : "";
  }

  /** The same for the same listing, and only for it. */
  String tag(Duration time) {
    int hash =
        Objects.hash(
            listed(time).stream()
                .map(article -> article.number() * 4 + article.at(time).ordinal())
                .toList());
    return "\"" + Integer.toHexString(hash) + "\"";
  }

  String document(String host, Duration time) {
    String items =
        listed(time).stream()
            .map(article -> article.item("http://" + host, article.at(time)))
            .collect(Collectors.joining());
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>"
        + host
        + path
        + "</title><link>http://"
        + host
        + "/</link><description>Rehearsed</description>\n"
        + items
        + "</channel></rss>\n";
  }

  /** The latest first. */
  private List<SimulatedArticle> listed(Duration time) {
    List<SimulatedArticle> now = new ArrayList<>(articles);
    now.removeIf(article -> !article.isListed(time));
    Collections.reverse(now);
    return now;
  }
}
