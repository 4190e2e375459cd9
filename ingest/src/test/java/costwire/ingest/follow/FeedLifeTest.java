package costwire.ingest.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Articles;
import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.FetchOutcome.Notice;
import costwire.ingest.FetchOutcome.PutOff;
import costwire.stream.Topic;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How feeds move, end and rest, and pages leave the index. */
@NullUnmarked // tests pass and compare nulls
class FeedLifeTest extends SessionRig {
  private static final String OLD = "http://x.example/feed";
  private static final String NEW = "https://y.example/feed";
  private static final String ONE = "https://x.example/1";
  private static final String TWO = "https://x.example/2";
  private static final String SENTENCE = "The cluster cost the town seven million dollars.";
  private static final Duration SLOWEST = Schedule.ceiling(Feed.DEFAULT_INTERVAL);

  @BeforeEach
  void publish() {
    web.page(ONE, SENTENCE);
    web.page(TWO, "Another hall will cost three million euros, they say.");
  }

  private void poll() {
    clock.pass(SLOWEST);
    turns(5);
  }

  private Feed last(String url) {
    List<ProducerRecord<byte[], byte[]>> records =
        log.stream().filter(record -> url.equals(new String(record.key(), UTF_8))).toList();
    byte[] value = records.get(records.size() - 1).value();
    return Feeds.TOPIC.values().deserializer().deserialize(P0.topic(), value);
  }

  @Test
  void goesOnUnderTheNewAddressWhenTwoPollsHeardOfIt() {
    web.feed(NEW, "e1", ONE, "One");
    web.moved(OLD, NEW);
    put(OLD, new Feed(OLD, "Town", "en", "Town Paper", Duration.ofMinutes(7), null));
    start(null);
    turns(5);
    assertThat(last(OLD).stateOrNew().movingTo()).isEqualTo(NEW);
    assertThat(last(OLD).stateOrNew().source()).isEqualTo(NEW);

    poll();
    Feed ended = last(OLD);
    assertThat(ended.hasEnded()).isTrue();
    assertThat(ended.stateOrNew().movedTo()).isEqualTo(NEW);
    assertThat(ended.stateOrNew().entries()).isEmpty();
    Feed there = last(NEW);
    assertThat(there.title()).isEqualTo("Town");
    assertThat(there.interval()).isEqualTo(Duration.ofMinutes(7));
    assertThat(there.stateOrNew().movedFrom()).isEqualTo(OLD);
    assertThat(there.stateOrNew().etag()).isEqualTo("e1");
    assertThat(there.stateOrNew().source()).isNull();
    assertThat(there.stateOrNew().entries()).containsOnlyKeys(ONE);

    int asked = web.asked.size();
    web.feed(NEW, "e2", ONE, "One", TWO, "Two");
    poll();
    poll();
    assertThat(web.asked.subList(asked, web.asked.size()))
        .extracting(request -> request.url().toString())
        .containsExactly(NEW, TWO, NEW);
    assertThat(sent(Articles.TOPIC.name())).hasSize(2);
  }

  @Test
  void staysWhereOnlyOnePollHeardOfAMove() {
    web.feed(OLD, null, ONE, "One");
    web.feed(NEW, null, ONE, "One");
    put(OLD, Feed.of(OLD));
    web.moved(OLD, NEW);
    start(null);
    turns(5);
    web.feed(OLD, null, ONE, "One");
    poll();
    web.moved(OLD, NEW);
    poll();
    assertThat(last(OLD).hasEnded()).isFalse();
    assertThat(last(OLD).stateOrNew().movingTo()).isEqualTo(NEW);
  }

  @Test
  void leavesAFeedAsItIsThatAnotherMovesOnto() {
    web.feed(NEW, "e1", ONE, "One");
    web.moved(OLD, NEW);
    put(OLD, Feed.of(OLD));
    put(NEW, Feed.of(NEW).every(Duration.ofMinutes(9)));
    start(null);
    turns(6);
    poll();
    assertThat(last(OLD).stateOrNew().movedTo()).isEqualTo(NEW);
    assertThat(last(NEW).interval()).isEqualTo(Duration.ofMinutes(9));
    assertThat(last(NEW).stateOrNew().movedFrom()).isNull();
    int asked = web.asked.size();
    poll();
    assertThat(web.asked.subList(asked, web.asked.size())).hasSize(1);
  }

  @Test
  void handsNoFeedBackAndForth() {
    web.feed(NEW, null, ONE, "One");
    web.moved(OLD, NEW);
    put(OLD, Feed.of(OLD));
    start(null);
    turns(5);
    poll();
    web.feed(OLD, null, ONE, "One");
    web.moved(NEW, OLD);
    for (int i = 0; i < 5; i++) {
      poll();
    }
    assertThat(last(NEW).hasEnded()).isFalse();
    assertThat(last(OLD).hasEnded()).isTrue();
    assertThat(sent(Articles.TOPIC.name())).hasSize(1);
  }

  @Test
  void endsAFeedThatIsGoneForEver() {
    web.answers.put(OLD, new Gone(410));
    put(OLD, Feed.of(OLD));
    start(null);
    turns(5);
    Feed ended = last(OLD);
    assertThat(ended.hasEnded()).isTrue();
    assertThat(ended.stateOrNew().lastError()).isEqualTo("the feed is gone for ever (410)");
    int asked = web.asked.size();
    clock.pass(Duration.ofDays(400));
    turns(3);
    restart();
    turns(3);
    assertThat(web.asked).hasSize(asked);
  }

  @Test
  void endsNoFeedThatIsOnlyMissing() {
    web.answers.put(OLD, new Gone(404));
    put(OLD, Feed.of(OLD));
    start(null);
    turns(5);
    assertThat(last(OLD).hasEnded()).isFalse();
    assertThat(last(OLD).stateOrNew().lastError()).isEqualTo("there is no feed (404)");
    assertThat(last(OLD).stateOrNew().nextPollAt()).isAfter(clock.instant());
  }

  @Test
  void asksAFeedAgainWhenItsHostHasRestedAndHoldsNothingAgainstIt() {
    web.answers.put(OLD, new PutOff("x.example is left alone", Duration.ofHours(2)));
    put(OLD, Feed.of(OLD));
    start(null);
    turns(5);
    Feed.State state = last(OLD).stateOrNew();
    assertThat(state.failures()).isZero();
    assertThat(Duration.between(clock.instant(), state.nextPollAt()))
        .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusMinutes(1));
    assertThat(count("costwire.feed.fetches", "put-off")).isEqualTo(1);
  }

  @Test
  void losesNoPageThatWasPutOff() {
    String elsewhere = "https://z.example/9";
    web.feed(OLD, "e1", ONE, "One", elsewhere, "Nine");
    web.answers.put(elsewhere, new PutOff("z.example is left alone", Duration.ofHours(9)));
    put(OLD, Feed.of(OLD));
    start(null);
    turns(5);
    assertThat(sent(Articles.TOPIC.name())).hasSize(1);
    assertThat(last(OLD).stateOrNew().entries()).containsOnlyKeys(ONE);
    for (int i = 0; i < 2 * Page.MAX_TRIES; i++) {
      poll();
    }
    web.page(elsewhere, "The ninth hall is free of charge, says the mayor.");
    poll();
    assertThat(sent(Articles.TOPIC.name())).hasSize(2);
    assertThat(sent(Topic.DEAD_LETTERS)).isEmpty();
  }

  @Test
  void withdrawsWhatItsPublisherTakesOutOfTheIndexAndPublishesNothingThatNeverWasIn() {
    web.feed(OLD, null, ONE, "One", TWO, "Two");
    noIndex(TWO);
    put(OLD, Feed.of(OLD));
    start(null);
    turns(5);
    assertThat(sent(Articles.TOPIC.name())).hasSize(1);
    assertThat(count("costwire.articles", "unlisted")).isEqualTo(1);

    noIndex(ONE);
    web.feed(OLD, null, ONE, "One, changed", TWO, "Two");
    poll();
    List<ProducerRecord<byte[], byte[]>> articles = sent(Articles.TOPIC.name());
    assertThat(articles).hasSize(2);
    assertThat(articles.get(1).value()).isNull();
    assertThat(articles.get(1).key()).isEqualTo(articles.get(0).key());
    assertThat(count("costwire.articles", "withdrawn")).isEqualTo(1);
    assertThat(sent(Topic.DEAD_LETTERS)).isEmpty();
  }

  private void noIndex(String url) {
    Notice notice = new Notice(null, null, true);
    byte[] body = "<html><title>T</title><p>Not for you.</p></html>".getBytes(UTF_8);
    web.answers.put(url, new Fetched(URI.create(url), body, null, null, null, notice));
  }

  @Test
  void keepsAFeedAsLongAsItsServerSaysThatItIsFresh() {
    web.feed(OLD, null, ONE, "One");
    Fetched plain = (Fetched) web.answers.get(OLD);
    Notice hour = new Notice(Duration.ofHours(1), null, false);
    web.answers.put(OLD, new Fetched(plain.url(), plain.body(), null, null, null, hour));
    put(OLD, Feed.of(OLD));
    start(null);
    turns(5);
    assertThat(last(OLD).stateOrNew().nextPollAt())
        .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
  }
}
