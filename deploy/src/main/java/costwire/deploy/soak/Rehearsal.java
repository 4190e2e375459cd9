package costwire.deploy.soak;

import costwire.deploy.Config;
import costwire.deploy.ConfigDraft;
import costwire.deploy.FeedList;
import costwire.deploy.Node;
import costwire.deploy.Refusal;
import costwire.deploy.TemporaryFolder;
import costwire.ingest.Feed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The scrapers against a simulated web, from its opening to the findings. */
final class Rehearsal {
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);

  private static final Clock CLOCK = Clock.systemUTC();

  /** After the last change readers have so many times its length to come by everywhere. */
  private static final int PATIENCE = 2;

  /** And so many intervals to read the pages that were listed last. */
  private static final int INTERVALS_TO_SETTLE = 6;

  private final SoakPlan plan;
  private final boolean killing;
  private final Consumer<String> news;

  /**
   * @param killing whether one of two readers is killed in mid-stream
   * @param news told in words what happens
   */
  Rehearsal(SoakPlan plan, boolean killing, Consumer<String> news) {
    this.plan = plan;
    this.killing = killing;
    this.news = news;
  }

  Findings run() {
    try (TemporaryFolder folder = TemporaryFolder.create("costwire-soak");
        SimulatedWeb web = SimulatedWeb.open(plan);
        Node node = Node.start(config(folder), List.of(), CLOCK, COMMIT_INTERVAL)) {
      List<Reader> readers = new ArrayList<>();
      try {
        for (int i = 0; i < (killing ? 2 : 1); i++) {
          String servers = node.cluster().bootstrapServers();
          readers.add(Reader.start(folder.path().resolve("reader-" + i), servers, web.hosts()));
        }
        Reader.awaitTogether(node.cluster(), readers.size());
        new FeedList(node.cluster(), CLOCK).put(feeds(web));
        follow(web, readers);
        return Findings.of(web, plan.lasting(), Printed.read(node.cluster()));
      } finally {
        readers.forEach(Reader::close);
      }
    }
  }

  /** One reader is killed when about half of the changes are still to come. */
  private void follow(SimulatedWeb web, List<Reader> readers) {
    Duration half = plan.lasting().dividedBy(2);
    boolean killed = !killing;
    while (web.time().compareTo(plan.lasting()) < 0) {
      pause(web);
      if (!killed && web.time().compareTo(half) >= 0) {
        readers.remove(0).kill();
        killed = true;
        news.accept("A reader was killed after " + web.time().toSeconds() + " s.");
      }
    }
    Duration latest = plan.lasting().multipliedBy(1 + PATIENCE);
    while (web.unread() > 0 && web.time().compareTo(latest) < 0) {
      pause(web);
    }
    Duration end = web.time().plus(plan.interval().multipliedBy(INTERVALS_TO_SETTLE));
    while (web.time().compareTo(end) < 0) {
      pause(web);
    }
  }

  private void pause(SimulatedWeb web) {
    try {
      Thread.sleep(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted", e);
    }
    boolean changing = web.time().compareTo(plan.lasting()) < 0;
    String left =
        changing ? "" : String.format(Locale.ROOT, ", %d hosts not read to the end", web.unread());
    news.accept(
        String.format(
            Locale.ROOT, "%d s: %d requests%s", web.time().toSeconds(), web.requests(), left));
  }

  private List<Feed> feeds(SimulatedWeb web) {
    return web.hosts().stream()
        .flatMap(
            host -> host.feeds.stream().map(feed -> Feed.of("http://" + host.name + feed.path())))
        .map(feed -> feed.every(plan.interval()))
        .toList();
  }

  /** The broker alone: who reads is a process of its own. */
  private static Config config(TemporaryFolder folder) {
    ConfigDraft draft = new ConfigDraft();
    draft.roles = List.of("serve");
    draft.data = folder.path().resolve("broker").toString();
    draft.port = 0;
    draft.kafka.port = 0;
    return draft.config();
  }
}
