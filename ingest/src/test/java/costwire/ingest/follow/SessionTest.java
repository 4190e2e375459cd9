package costwire.ingest.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.ingest.Feed;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.HostRest;
import costwire.stream.Topic;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The whole follower but for the broker and the web, turn by turn. */
@NullUnmarked // tests pass and compare nulls
class SessionTest extends SessionRig {
  private static final String FEED = "https://x.example/feed";
  private static final String ONE = "https://x.example/1";
  private static final String TWO = "https://x.example/2";
  private static final Duration SLOWEST = Schedule.ceiling(Feed.DEFAULT_INTERVAL);
  private static final String SENTENCE = "The cluster cost the town seven million dollars.";

  @Test
  void publishesTheArticlesOfANewFeedWithItsStateInOneTransaction() {
    web.feed(FEED, "e1", ONE, "One", TWO, "Two");
    web.page(ONE, SENTENCE);
    web.page(TWO, "Another hall will cost three million euros, they say.");
    put(FEED, Feed.of(FEED));
    start(null);
    turns(4);

    List<ProducerRecord<byte[], byte[]>> articles = sent(Articles.TOPIC.name());
    assertThat(articles).hasSize(2);
    ProducerRecord<byte[], byte[]> record = articles.get(1);
    Article article = article(record);
    assertThat(article.url()).isEqualTo(ONE);
    assertThat(article.feed()).isEqualTo(FEED);
    assertThat(article.text()).isEqualTo(SENTENCE);
    assertThat(new String(record.key(), UTF_8)).isEqualTo(article.id());
    assertThat(record.timestamp()).isEqualTo(clock.instant().toEpochMilli());
    assertThat(header(record, "ce_type")).isEqualTo("costwire.article.v1");
    assertThat(header(record, "ce_source")).isEqualTo("/costwire/ingest");

    Feed.State state = lastState();
    assertThat(state.etag()).isEqualTo("e1");
    assertThat(state.entries()).containsOnlyKeys(ONE, TWO);
    assertThat(state.nextPollAt()).isEqualTo(clock.instant().plus(Feed.DEFAULT_INTERVAL));
    assertThat(producer.consumerGroupOffsetsHistory()).hasSize((int) producer.commitCount());
    assertThat(count("costwire.articles", "published")).isEqualTo(2);
    assertThat(count("costwire.feed.fetches", "fetched")).isEqualTo(1);
  }

  @Test
  void publishesNothingTwiceWhetherTheFeedIsUnchangedRelistedOrReadByASuccessor() {
    web.feed(FEED, "e1", ONE, "One");
    web.page(ONE, SENTENCE);
    put(FEED, Feed.of(FEED));
    start(null);
    turns(4);
    assertThat(sent(Articles.TOPIC.name())).hasSize(1);

    clock.pass(SLOWEST);
    turns(4);
    assertThat(count("costwire.feed.fetches", "not-modified")).isEqualTo(1);

    web.feed(FEED, "e2", ONE, "One, with another headline in the feed");
    clock.pass(SLOWEST);
    turns(4);
    assertThat(count("costwire.articles", "unchanged")).isEqualTo(1);

    restart();
    clock.pass(SLOWEST);
    turns(4);
    web.feed(FEED, "e3", ONE, "One, with another headline in the feed");
    clock.pass(SLOWEST);
    turns(4);
    assertThat(sent(Articles.TOPIC.name())).isEmpty();
    assertThat(lastState().etag()).isEqualTo("e3");
  }

  @Test
  void publishesAChangedArticleUnderTheSameId() {
    web.feed(FEED, null, ONE, "One");
    web.page(ONE, SENTENCE);
    put(FEED, Feed.of(FEED));
    start(null);
    turns(4);
    web.page(ONE, "The cluster cost the town nine million dollars.");
    web.feed(FEED, null, ONE, "One (corrected)");
    clock.pass(Feed.DEFAULT_INTERVAL);
    turns(4);

    List<ProducerRecord<byte[], byte[]>> articles = sent(Articles.TOPIC.name());
    assertThat(articles).hasSize(2);
    assertThat(articles.get(0).key()).isEqualTo(articles.get(1).key());
    assertThat(article(articles.get(1)).text()).contains("nine million");
  }

  @Test
  void withdrawsAnArticleWhosePageIsGoneAndLooksOnceAtThoseThatLeaveTheFeed() {
    web.feed(FEED, null, ONE, "One", TWO, "Two");
    web.page(ONE, SENTENCE);
    web.page(TWO, "Another hall will cost three million euros, they say.");
    put(FEED, Feed.of(FEED));
    start(null);
    turns(4);
    web.feed(FEED, null, "https://x.example/3", "Three");
    web.page("https://x.example/3", "The third hall is free of charge, says the mayor.");
    web.answers.put(ONE, new Gone(410));
    clock.pass(Feed.DEFAULT_INTERVAL);
    turns(4);

    List<ProducerRecord<byte[], byte[]>> articles = sent(Articles.TOPIC.name());
    ProducerRecord<byte[], byte[]> first =
        articles.stream().filter(record -> ONE.equals(url(record))).findFirst().orElseThrow();
    assertThat(articles)
        .filteredOn(record -> record.value() == null)
        .singleElement()
        .satisfies(tombstone -> assertThat(tombstone.key()).isEqualTo(first.key()));
    assertThat(count("costwire.articles", "withdrawn")).isEqualTo(1);

    int asked = web.asked.size();
    clock.pass(Feed.DEFAULT_INTERVAL);
    turns(4);
    assertThat(web.askedSince(asked)).containsExactly("/feed");
  }

  @Test
  void keepsTheStateWhenSomebodyChangesTheSettings() {
    web.feed(FEED, "e1", ONE, "One");
    web.page(ONE, SENTENCE);
    put(FEED, Feed.of(FEED));
    start(null);
    turns(4);
    put(FEED, Feed.of(FEED).every(Duration.ofHours(2)));
    turns(2);

    Feed written = lastFeed();
    assertThat(written.interval()).isEqualTo(Duration.ofHours(2));
    assertThat(written.stateOrNew().entries()).containsOnlyKeys(ONE);
    int before = log.size();
    turns(3);
    assertThat(log).hasSize(before);
  }

  @Test
  void followsAFeedNoLongerOnceItIsDeleted() {
    web.feed(FEED, null, ONE, "One");
    web.page(ONE, SENTENCE);
    put(FEED, Feed.of(FEED));
    start(null);
    turns(4);
    put(FEED, null);
    turns(2);
    int asked = web.asked.size();
    clock.pass(Duration.ofDays(2));
    turns(3);
    assertThat(web.askedSince(asked)).isEmpty();
    assertThat(sent(Articles.TOPIC.name())).allMatch(record -> record.value() != null);
  }

  @Test
  void sendsWhatCannotBeReadToTheDeadLettersAndGoesOn() {
    web.feed(FEED, null, ONE, "One", TWO, "Two");
    web.put(ONE, "%PDF-1.7", null);
    web.page(TWO, "Another hall will cost three million euros, they say.");
    put(FEED, Feed.of(FEED));
    start(null);
    turns(4);

    ProducerRecord<byte[], byte[]> letter = sent(Topic.DEAD_LETTERS).get(0);
    assertThat(new String(letter.key(), UTF_8)).isEqualTo(ONE);
    assertThat(letter.value()).asString().isEqualTo("%PDF-1.7");
    assertThat(header(letter, "costwire.stage")).isEqualTo("ingest");
    assertThat(header(letter, "costwire.reason")).contains("PDF");
    assertThat(sent(Articles.TOPIC.name())).hasSize(1);
    assertThat(count("costwire.dead.letters", "reason", "unreadable-page")).isEqualTo(1);
  }

  @Test
  void saysOnceThatAFeedIsAPageAndAsksLessAndLessOften() {
    web.put(FEED, "<!DOCTYPE html><html><body>moved</body></html>", null);
    put(FEED, Feed.of(FEED));
    start(null);
    turns(3);
    Feed.State first = lastState();
    assertThat(first.lastError()).isEqualTo("not a feed: an HTML page");
    assertThat(first.failures()).isEqualTo(1);
    clock.pass(Duration.between(clock.instant(), first.nextPollAt()));
    turns(3);
    Feed.State second = lastState();
    assertThat(second.failures()).isEqualTo(2);
    assertThat(Duration.between(clock.instant(), second.nextPollAt()))
        .isGreaterThan(Feed.DEFAULT_INTERVAL.multipliedBy(4).minusSeconds(1));
    assertThat(sent(Topic.DEAD_LETTERS)).hasSize(1);
  }

  @Test
  void sendsARecordThatIsNoFeedToTheDeadLettersWithItsPlaceAndOnlyOnce() {
    log.add(
        new ProducerRecord<>(
            P0.topic(), 0, null, FEED.getBytes(UTF_8), "{\"url\":\"ftp://x\"}".getBytes(UTF_8)));
    log.add(new ProducerRecord<>(P0.topic(), 0, null, null, "{".getBytes(UTF_8)));
    start(null);
    turns(2);
    List<ProducerRecord<byte[], byte[]>> letters = sent(Topic.DEAD_LETTERS);
    assertThat(letters).hasSize(2);
    assertThat(header(letters.get(0), "costwire.topic")).isEqualTo("costwire.feeds");
    assertThat(header(letters.get(0), "costwire.partition")).isEqualTo("0");
    assertThat(header(letters.get(0), "costwire.offset")).isEqualTo("0");
    restart();
    turns(2);
    assertThat(sent(Topic.DEAD_LETTERS)).isEmpty();
  }

  @Test
  void restsWhenAServerAsksForItAndListsAnewWhatItMissed() {
    web.feed(FEED, "e1", ONE, "One", TWO, "Two");
    web.answers.put(TWO, new Failed("the server answered 429", true, Duration.ofHours(3)));
    web.page(ONE, SENTENCE);
    put(FEED, Feed.of(FEED));
    start(null);
    turns(4);
    Feed.State state = lastState();
    assertThat(state.nextPollAt()).isEqualTo(clock.instant().plus(Duration.ofHours(3)));
    assertThat(state.etag()).isNull();

    web.page(TWO, "Another hall will cost three million euros, they say.");
    clock.pass(Duration.ofHours(3));
    turns(4);
    assertThat(sent(Articles.TOPIC.name())).hasSize(2);
    assertThat(lastState().etag()).isEqualTo("e1");
  }

  @Test
  void losesNothingWhenATransactionFails() {
    web.feed(FEED, "e1", ONE, "One");
    web.page(ONE, SENTENCE);
    put(FEED, Feed.of(FEED));
    start(null);
    producer.commitTransactionException = new KafkaException("the broker went away");
    assertThatThrownBy(() -> turns(4)).hasMessageContaining("the broker went away");
    assertThat(log).hasSize(1);

    restart();
    turns(4);
    assertThat(sent(Articles.TOPIC.name())).hasSize(1);
  }

  @Test
  void asksNobodyBeforeItHasReadWhatItsPredecessorWrote() {
    put(FEED, Feed.of(FEED));
    start(new OffsetAndMetadata(1, "5"));
    turns(3);
    assertThat(web.asked).isEmpty();
    for (int i = 0; i < 4; i++) {
      put("https://x.example/other" + i, Feed.of("https://x.example/other" + i));
    }
    turns(2);
    assertThat(web.asked).isNotEmpty();
  }

  @Test
  void writesWhatCameBeforeItGivesAPartitionAwayButNothingOnceItIsLost() {
    put(FEED, Feed.of(FEED));
    start(null);
    turns(1);
    session.onPartitionsRevoked(List.of(P0));
    assertThat(lastState().lastError()).isEqualTo("there is no feed (404)");

    start(null);
    turns(1);
    session.onPartitionsLost(List.of(P0));
    turns(1);
    assertThat(sent(P0.topic())).isEmpty();
  }

  @Test
  void leavesTheHostsOfItsPredecessorAloneAsLongAsTheyAskedFor() {
    web.feed(FEED, "e1");
    web.rest = new HostRest(Duration.ofSeconds(40), clock.instant().plusSeconds(600));
    put(FEED, Feed.of(FEED));
    start(null);
    turns(4);
    assertThat(web.leftAlone).isEmpty();
    assertThat(lastState().rest()).isEqualTo(web.rest);

    clock.pass(Duration.ofSeconds(100));
    restart();
    turns(1);
    assertThat(web.leftAlone)
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(40), Duration.ofSeconds(500));
  }

  @Test
  void leavesTheFeedsOfALostPartitionAlone() {
    web.feed(FEED, null, ONE, "One");
    put(FEED, Feed.of(FEED));
    start(null);
    session.onPartitionsRevoked(List.of(P0));
    consumer.rebalance(List.of());
    clock.pass(Duration.ofDays(1));
    producer.clear();
    session.turn();
    session.turn();
    assertThat(sent(Articles.TOPIC.name())).isEmpty();
    assertThat(web.asked).isEmpty();
  }
}
