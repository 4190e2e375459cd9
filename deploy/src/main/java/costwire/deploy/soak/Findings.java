package costwire.deploy.soak;

import costwire.deploy.soak.SimulatedArticle.Version;
import costwire.ingest.Article;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal showed.
 *
 * @param requests that the simulated web took
 * @param expected articles that a faithful reader shows at the end
 * @param lost those of them that are not shown, or not as they were at last
 * @param stale withdrawn articles that are shown still
 * @param forbidden articles shown although robots.txt forbids them
 * @param doubled publications of an article as it was already
 * @param unchangedPolls polls of feeds with validators that found them unchanged
 * @param notModified those of them that were answered with 304
 * @param beyondTheEnd polls of ended feeds after they had said so
 * @param faults breaches of manners, by kind
 * @param examples one of each that went wrong, in words
 */
record Findings(
    long requests,
    long expected,
    long lost,
    long stale,
    long forbidden,
    long doubled,
    long unchangedPolls,
    long notModified,
    long beyondTheEnd,
    Map<String, Integer> faults,
    List<String> examples) {
  private static final int MOST_EXAMPLES = 10;

  /** The goal for polls of unchanged feeds. */
  private static final double LEAST_NOT_MODIFIED = 0.95;

  Findings {
    faults = new TreeMap<>(faults);
    examples = List.copyOf(examples);
  }

  static Findings of(SimulatedWeb web, Duration end, Printed printed) {
    Count count = new Count(end, printed);
    Map<String, Integer> faults = new TreeMap<>();
    long polls = 0;
    long notModified = 0;
    long beyond = 0;
    for (SimulatedHost host : web.hosts()) {
      host.ledger.faults().forEach((what, times) -> faults.merge(what, times, Integer::sum));
      count.example(host.ledger.example());
      polls += host.polls.unchanged();
      notModified += host.polls.answeredUnchanged();
      beyond += host.polls.beyondTheEnd();
      host.feeds.forEach(feed -> count.feed(host, feed));
    }
    printed.doubled().keySet().forEach(address -> count.example("published twice: " + address));
    long doubled = printed.doubled().values().stream().mapToLong(times -> times).sum();
    return new Findings(
        web.requests(),
        count.expected,
        count.lost,
        count.stale,
        count.forbidden,
        doubled,
        polls,
        notModified,
        beyond,
        faults,
        count.examples);
  }

  /** Whether nothing was lost, doubled or ill-mannered, and polls were cheap. */
  boolean isGood() {
    return lost == 0
        && stale == 0
        && forbidden == 0
        && doubled == 0
        && beyondTheEnd == 0
        && faults.isEmpty()
        && notModifiedShare() >= LEAST_NOT_MODIFIED;
  }

  double notModifiedShare() {
    return unchangedPolls == 0 ? 1 : (double) notModified / unchangedPolls;
  }

  private static final class Count {
    private final Duration end;
    private final Printed printed;
    private final List<String> examples = new ArrayList<>();
    private long expected;
    private long lost;
    private long stale;
    private long forbidden;

    Count(Duration end, Printed printed) {
      this.end = end;
      this.printed = printed;
    }

    void feed(SimulatedHost host, SimulatedFeed feed) {
      for (SimulatedArticle article : feed.articles()) {
        String address = "http://" + host.name + article.path();
        Article shown = printed.at(address);
        if (article.forbidden() || !host.habit.isReadable()) {
          forbidden += shown == null ? 0 : 1;
        } else if (!feed.hasEnded(end)) {
          String where = address + " of " + feed.path() + ", " + host.habit + feed.fate();
          judge(article, where, shown);
        }
      }
    }

    private void judge(SimulatedArticle article, String where, @Nullable Article shown) {
      Version version = article.at(end);
      if (version == Version.GONE) {
        stale += shown == null ? 0 : 1;
        example(shown == null ? "" : "shown though withdrawn: " + where);
      } else if (version != Version.NONE) {
        expected++;
        boolean right =
            shown != null
                && shown.text().contains(SimulatedArticle.told(article.number(), version));
        lost += right ? 0 : 1;
        example(right ? "" : (shown == null ? "not shown: " : "shown as it was once: ") + where);
      }
    }

    void example(String words) {
      if (!words.isEmpty() && examples.size() < MOST_EXAMPLES) {
        examples.add(words);
      }
    }
  }
}
