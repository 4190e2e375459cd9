package costwire.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Feed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has the last word when others write about a feed while we do. */
@NullUnmarked // tests pass and compare nulls
class DeskTest {
  private static final Instant NOW = Instant.parse("2025-09-18T12:00:00Z");
  private static final String URL = "https://x.example/feed";
  private static final Feed FEED = Feed.of(URL);

  private final Web web = new Web();
  private final Desk desk =
      new Desk(answers -> new Asking(web, Clock.fixed(NOW, ZoneOffset.UTC), answers));

  @BeforeEach
  void readAFeed() {
    desk.ready(0);
    desk.read(0, 0, URL, FEED);
    web.feed(URL, "e1");
    desk.askDue(NOW);
    assertThat(written(2)).isNotNull();
  }

  @Test
  void writesNothingWithoutNews() {
    assertThat(work().isEmpty()).isTrue();
  }

  @Test
  void anEndThatOurStateOvertookIsWrittenAgain() {
    desk.read(0, 1, URL, null);
    Batch batch = work();
    assertThat(batch.touched).containsOnlyKeys(URL);
    assertThat(batch.touched.get(URL).next).isNull();
    assertThat(batch.state(batch.touched.get(URL)).value()).isNull();
    desk.committed(batch, Map.of(URL, 3L));
    assertThat(desk.size()).isZero();
  }

  @Test
  void anEndAfterOurStateNeedsNoOther() {
    desk.read(0, 3, URL, null);
    assertThat(work().isEmpty()).isTrue();
    assertThat(desk.size()).isZero();
  }

  @Test
  void settingsThatOurStateOvertookAreWrittenAgainWithIt() {
    desk.read(0, 1, URL, FEED.every(Duration.ofHours(3)));
    Feed written = written(3);
    assertThat(written.interval()).isEqualTo(Duration.ofHours(3));
    assertThat(written.stateOrNew().etag()).isEqualTo("e1");
    assertThat(work().isEmpty()).isTrue();
  }

  @Test
  void aFeedThatBeginsAgainIsFollowedAgain() {
    desk.read(0, 3, URL, null);
    desk.read(0, 4, URL, FEED);
    int asked = web.asked.size();
    desk.askDue(NOW);
    assertThat(web.askedSince(asked)).containsExactly("/feed");
    assertThat(web.asked.get(asked).etag()).isNull();
  }

  @Test
  void anAnswerToAPollOfAnEarlierLifeIsThrownAway() {
    Duration due = Feed.DEFAULT_INTERVAL.plusSeconds(1);
    desk.askDue(NOW.plus(due));
    desk.drop(0);
    desk.ready(0);
    desk.read(0, 5, URL, FEED);
    assertThat(work().isEmpty()).isTrue();
  }

  private Feed written(long offset) {
    Batch batch = work();
    Feed next = batch.touched.get(URL).next;
    desk.committed(batch, Map.of(URL, offset));
    return next;
  }

  private Batch work() {
    Batch batch = new Batch(new Records("test"), NOW);
    desk.work(batch);
    return batch;
  }
}
