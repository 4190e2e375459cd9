package costwire.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Feed;
import costwire.ingest.Feed.State;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.NotModified;
import costwire.ingest.Fetcher;
import costwire.ingest.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Many feeds on many hosts, some of which never answer; no thread, no wait. */
class DeskScaleTest {
  private static final Duration EVERY = Feed.DEFAULT_INTERVAL;
  private static final Duration TURN = Duration.ofSeconds(1);

  private final TestClock clock = new TestClock();
  private final Map<String, List<Instant>> asked = new HashMap<>();
  private final Map<String, Integer> underWay = new HashMap<>();
  private final Desk desk = new Desk(answers -> new Asking(new Patchy(), clock, answers));

  /** A web whose hosts {@code silent…} never answer. */
  private final class Patchy implements Fetcher {
    @Override
    public CompletableFuture<FetchOutcome> fetch(Request request) {
      String host = request.url().getHost();
      asked
          .computeIfAbsent(request.url().toString(), first -> new ArrayList<>())
          .add(clock.instant());
      if (host.startsWith("silent")) {
        underWay.merge(host, 1, Integer::sum);
        return new CompletableFuture<>();
      }
      return CompletableFuture.completedFuture(new NotModified());
    }

    @Override
    public CompletableFuture<FetchOutcome> post(URI url, Map<String, String> form) {
      throw new AssertionError("nobody asks a hub");
    }

    @Override
    public void close() {
      underWay.clear();
    }
  }

  @Test
  void pollsAllOthersOnTimeWhileTwentyHostsAreSilent() {
    List<String> answering = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int host = i % 500;
      String url = "https://" + (host < 20 ? "silent" : "host") + host + ".example/" + i;
      desk.read(i % 12, i, url, Feed.of(url));
      if (host >= 20) {
        answering.add(url);
      }
    }
    for (int partition = 0; partition < 12; partition++) {
      desk.ready(partition, clock.instant());
    }
    Instant start = clock.instant();
    run(Duration.ofHours(2));

    assertThat(underWay).hasSize(20).allSatisfy((host, polls) -> assertThat(polls).isLessThan(5));
    for (String url : answering) {
      assertOnTime(asked.getOrDefault(url, List.of()), start);
    }
  }

  /** Each poll when the feed was due, within as many turns as a full house takes. */
  private static void assertOnTime(List<Instant> polls, Instant start) {
    Duration late = TURN.multipliedBy(25);
    Duration pace = EVERY;
    assertThat(polls).hasSizeGreaterThanOrEqualTo(6);
    assertThat(polls.get(0)).isBetween(start, start.plus(late));
    for (int i = 1; i < polls.size(); i++) {
      Duration gap = Duration.between(polls.get(i - 1), polls.get(i));
      assertThat(gap).isBetween(pace, pace.plus(late));
      pace = pace.multipliedBy(3).dividedBy(2);
    }
  }

  @Test
  void letsAHostOfManyFeedsFillNoMoreThanItsShareOfTheWindow() {
    for (int i = 0; i < 5_000; i++) {
      desk.read(0, i, "https://silent.example/" + i, Feed.of("https://silent.example/" + i));
    }
    desk.read(0, 5_000, "https://small.example/feed", Feed.of("https://small.example/feed"));
    desk.ready(0, clock.instant());
    desk.askDue(clock.instant());
    assertThat(underWay).containsEntry("silent.example", Agenda.MAX_AT_HOST);
    assertThat(asked).containsKey("https://small.example/feed");
  }

  @Test
  void asksNewFeedsAtOnceAndSpreadsThoseThatAreOverdueWhenItStarts() {
    Instant longAgo = clock.instant().minus(Duration.ofHours(5));
    State overdue = State.NEW.but().nextPollAt(longAgo).build();
    for (int i = 0; i < 10_000; i++) {
      String url = "https://host" + i + ".example/feed";
      desk.read(0, i, url, Feed.of(url).with(overdue));
    }
    desk.read(0, 10_000, "https://new.example/feed", Feed.of("https://new.example/feed"));
    desk.ready(0, clock.instant());
    desk.askDue(clock.instant());
    assertThat(asked).hasSize(2).containsKey("https://new.example/feed");
    run(Duration.ofSeconds(100));
    assertThat(asked).hasSizeBetween(4_900, 5_100);
    run(Duration.ofSeconds(110));
    assertThat(asked).hasSize(10_001);
  }

  private void run(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.pass(TURN);
      desk.askDue(clock.instant());
      Batch batch = new Batch(new Records("test"), clock.instant());
      desk.work(batch);
      desk.committed(batch, Map.of());
    }
  }
}
