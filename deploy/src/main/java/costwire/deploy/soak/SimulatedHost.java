package costwire.deploy.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.soak.SimulatedArticle.Version;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A host with its feeds and articles, and what it answers. */
final class SimulatedHost {
  private static final Duration CRAWL_DELAY = Duration.ofSeconds(1);
  private static final int RETRY_AFTER = 2;
  private static final Duration STUMBLES_EVERY = Duration.ofSeconds(30);
  private static final Duration STUMBLES_FOR = Duration.ofSeconds(4);
  private static final Duration SLOWNESS = Duration.ofMillis(700);

  final String name;
  final Habit habit;
  final List<SimulatedFeed> feeds;
  final HostLedger ledger;
  final PollTally polls = new PollTally();
  private final Map<String, SimulatedFeed> feedsByPath = new HashMap<>();
  private final Map<String, SimulatedArticle> articles = new HashMap<>();
  private final AtomicInteger requests = new AtomicInteger();

  /** By path, how often a feed was asked for. */
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  SimulatedHost(String name, Habit habit, List<SimulatedFeed> feeds) {
    this.name = name;
    this.habit = habit;
    this.feeds = List.copyOf(feeds);
    this.ledger = new HostLedger(name);
    for (SimulatedFeed feed : feeds) {
      feedsByPath.put(feed.path(), feed);
      feedsByPath.put(feed.newPath(), feed);
      feed.articles().forEach(article -> articles.put(article.path(), article));
    }
  }

  /** Whether robots.txt forbids the path. */
  boolean forbids(String path) {
    boolean robots = path.equals("/robots.txt");
    return !robots && (habit == Habit.CLOSED || path.startsWith("/private/"));
  }

  /** How long it thinks before it answers. */
  Duration slowness() {
    return habit == Habit.SLOW ? SLOWNESS : Duration.ZERO;
  }

  /**
   * @param known the reader's If-None-Match; null if it has nothing
   * @param time since the web was opened
   * @param moment the same until nothing changes any more
   */
  Answer answer(String path, @Nullable String known, Duration time, Duration moment) {
    int count = requests.incrementAndGet();
    boolean changing = time.equals(moment);
    if (habit == Habit.FAILING && changing && stumbles(time)) {
      return Answer.empty(503);
    }
    if (path.equals("/robots.txt")) {
      ledger.toldRobots(habit == Habit.DELAYED ? CRAWL_DELAY : Duration.ZERO);
      return new Answer(200, Map.of("Content-Type", "text/plain"), robots().getBytes(UTF_8), 0);
    }
    if (habit == Habit.LIMITING && count % 7 == 0) {
      ledger.toldToRest(time.plusSeconds(RETRY_AFTER));
      return Answer.empty(429).with("Retry-After", Integer.toString(RETRY_AFTER));
    }
    SimulatedFeed feed = feedsByPath.get(path);
    if (feed != null) {
      return feed(feed, path, known, moment, count);
    }
    SimulatedArticle article = articles.get(path);
    return article == null ? Answer.empty(404) : page(article, moment);
  }

  /** Whether a reader has all that its feeds will ever list. */
  boolean isRead(Duration end) {
    return !habit.isReadable()
        || feeds.stream()
            .allMatch(feed -> feed.hasEnded(end) || polls.hasGiven(feed.path(), feed.tag(end)));
  }

  private static boolean stumbles(Duration time) {
    long within = time.toMillis() % STUMBLES_EVERY.toMillis();
    return within >= STUMBLES_EVERY.minus(STUMBLES_FOR).toMillis();
  }

  private String robots() {
    return switch (habit) {
      case CLOSED -> "User-agent: *\nDisallow: /\n";
      case PARTLY_CLOSED -> "User-agent: *\nDisallow: /private/\n";
      case DELAYED -> "User-agent: *\nCrawl-delay: " + CRAWL_DELAY.toSeconds() + "\n";
      default -> "User-agent: *\nDisallow:\n";
    };
  }

  private Answer feed(
      SimulatedFeed feed, String path, @Nullable String known, Duration time, int count) {
    if (feed.hasEnded(time)) {
      polls.afterTheEnd(path);
      return Answer.empty(410);
    }
    if (path.equals(feed.path()) && feed.hasMoved(time)) {
      return Answer.empty(301).with("Location", "http://" + name + feed.newPath());
    }
    String tag = habit == Habit.LYING ? "\"" + count + "\"" : feed.tag(time);
    boolean same = habit.validates() && tag.equals(known);
    boolean cut = habit == Habit.LYING && isThird(path);
    if (!cut) {
      polls.polled(feed.path(), feed.tag(time), habit.validates(), same);
    }
    if (same) {
      return Answer.empty(304).with("ETag", tag);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", habit == Habit.LYING ? "image/png" : "application/rss+xml");
    if (habit != Habit.FORGETFUL) {
      headers.put("ETag", tag);
    }
    return new Answer(200, headers, feed.document(name, time).getBytes(UTF_8), cut ? 100 : 0);
  }

  /**
   * Counted by feed: of all requests, the same feed's might be the third again and again. Each feed
   * begins elsewhere, or all would be cut at once.
   */
  private boolean isThird(String path) {
    return Math.floorMod(asked.merge(path, 1, Integer::sum) + path.hashCode(), 3) == 0;
  }

  private static Answer page(SimulatedArticle article, Duration time) {
    Version version = article.at(time);
    if (version == Version.NONE || version == Version.GONE) {
      return Answer.empty(404);
    }
    byte[] page = article.page(version).getBytes(UTF_8);
    return new Answer(200, Map.of("Content-Type", "text/html; charset=utf-8"), page, 0);
  }

  /**
   * @param missing bytes that the stated length promises and nobody sends
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Answer(int status, Map<String, String> headers, byte[] body, int missing) {
    static Answer empty(int status) {
      return new Answer(status, Map.of(), new byte[0], 0);
    }

    Answer with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Answer(status, more, body, missing);
    }
  }
}
