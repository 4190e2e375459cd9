package costwire.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Feed;
import costwire.ingest.FeedEntry;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.Listing;
import costwire.ingest.Wishes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    desk.ready(0, NOW);
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
    desk.ready(0, NOW);
    desk.read(0, 5, URL, FEED);
    assertThat(work().isEmpty()).isTrue();
  }

  @Test
  void aFeedThatMovedOntoOursChangesNothing() {
    Feed.State theirs =
        Feed.State.NEW.but().succeeded(NOW.plusSeconds(9)).movedFrom("https://y.example/f").build();
    desk.read(0, 3, URL, FEED.every(Duration.ofHours(3)).with(theirs));
    Feed written = written(4);
    assertThat(written.interval()).isEqualTo(Feed.DEFAULT_INTERVAL);
    assertThat(written.stateOrNew().etag()).isEqualTo("e1");
    assertThat(work().isEmpty()).isTrue();
  }

  @Test
  void aFeedIsMadeOfItsPartsAndMissesNothingWhileOneOfThemFails() {
    web.answers.put("https://x.example/part2", new Failed("the server answered 500", true, null));
    Feed.State state = readInParts("https://x.example/part1", "https://x.example/part2");
    assertThat(state.entries()).containsOnlyKeys("https://x.example/1");
    assertThat(state.etag()).isNull();
    assertThat(state.wishes()).isEqualTo(new Wishes(Duration.ofHours(1), Set.of(3), Set.of()));
    assertThat(state.nextPollAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void aPartThatIsGoneKeepsNobodyFromAskingWhetherTheRestChanged() {
    Feed.State state = readInParts("https://x.example/none", "https://x.example/part1");
    assertThat(state.entries()).containsOnlyKeys("https://x.example/1");
    assertThat(state.etag()).isEqualTo("i1");
  }

  /** Of a feed that is nothing but these, of which part 1 holds one article. */
  private Feed.State readInParts(String... parts) {
    String index = "https://x.example/index";
    web.put(index, "index", "i1");
    web.put("https://x.example/part1", "x.example/1", null);
    web.page("https://x.example/1", "The cluster cost the town seven million dollars.");
    Asking.Reader reader =
        (body, contentType, url) -> url.getPath().equals("/index") ? of(parts) : listing(body);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Desk other = new Desk(answers -> new Asking(web, clock, answers, reader, null));
    other.ready(0, NOW);
    other.read(0, 0, index, Feed.of(index));
    other.askDue(NOW);
    Batch batch = new Batch(new Records("test"), NOW);
    other.work(batch);
    return batch.touched.get(index).next.stateOrNew();
  }

  private static Listing of(String... parts) {
    return new Listing(
        null,
        null,
        List.of(),
        List.of(parts),
        Duration.ofHours(1),
        Set.of(3),
        Set.of(),
        null,
        null);
  }

  private static Listing listing(byte[] body) {
    String page = "https://" + new String(body, StandardCharsets.UTF_8);
    FeedEntry entry = new FeedEntry(URL, page, page, "T", null, null, List.of(), null, null);
    return Listing.of(List.of(entry));
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
