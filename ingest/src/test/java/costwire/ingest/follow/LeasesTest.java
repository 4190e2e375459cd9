package costwire.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Feed;
import costwire.ingest.FetchOutcome.Accepted;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.Hub;
import costwire.ingest.Push;
import costwire.ingest.WebSub;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a feed whose hub tells of changes; the public address is played by the test. */
@NullUnmarked // tests pass and compare nulls
class LeasesTest extends SessionRig {
  private static final String URL = "https://x.example/feed";
  private static final String SELF = "https://x.example/the-feed";
  private static final String HUB = "https://hub.example/";
  private static final Duration INTERVAL = Feed.DEFAULT_INTERVAL;
  private static final Duration SLOWEST = Schedule.ceiling(INTERVAL);
  private static final Duration LEASE = Duration.ofDays(5);

  @BeforeEach
  void publish() {
    webSub = new WebSub(URI.create("https://public.example/"), "a key of the test");
    web.answers.put(HUB, new Accepted(202));
    feed("e1", HUB);
  }

  /** A feed that names a hub, or none. */
  private void feed(String etag, String hub) {
    String link = hub == null ? "" : "<link rel='hub' href='" + hub + "'/>";
    web.put(
        URL,
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title>"
            + ("<link rel='self' href='" + SELF + "'/>" + link + "</feed>"),
        etag);
  }

  private void begin() {
    put(URL, Feed.of(URL));
    start(null);
    turns(3);
  }

  private void poll() {
    clock.pass(INTERVAL.multipliedBy(3));
    turns(4);
  }

  private Push push() {
    return lastFeed().pushOrNone();
  }

  /** What a serving process writes down. */
  private void tell(Push push) {
    put(URL, Feed.of(URL).telling(push));
    turns(2);
  }

  private void lease(Duration length) {
    tell(push().granted(clock.instant(), clock.instant().plus(length)));
  }

  private void subscribe() {
    begin();
    poll();
    lease(LEASE);
  }

  private int polls() {
    return web.asked.size();
  }

  private Duration untilNextPoll() {
    return Duration.between(clock.instant(), lastState().nextPollAt());
  }

  @Test
  void asksTheHubForTheFeedByItsOwnNameOnceThatIsWrittenDown() {
    begin();
    assertThat(lastState().hub())
        .isEqualTo(Hub.found(HUB, SELF, clock.instant().plus(Leases.SETTLE)));
    assertThat(web.posted).isEmpty();
    poll();
    assertThat(web.posted)
        .containsExactly(
            Map.of(
                "hub.mode",
                "subscribe",
                "hub.topic",
                SELF,
                "hub.callback",
                "https://public.example/websub/" + webSub.token(URL),
                "hub.secret",
                webSub.secret(URL),
                "hub.lease_seconds",
                "864000"));
    assertThat(lastState().hub().askedAt()).isEqualTo(clock.instant());
    assertThat(count("costwire.websub", "asked")).isEqualTo(1);
  }

  @Test
  void asksNoHubWithoutAPublicAddress() {
    webSub = null;
    begin();
    poll();
    poll();
    assertThat(web.posted).isEmpty();
    assertThat(lastState().hub()).isNull();
  }

  @Test
  void isPolledSeldomWhileTheLeaseLastsAndAsUsualAfterwards() {
    subscribe();
    poll();
    assertThat(untilNextPoll()).isEqualTo(SLOWEST);
    int before = polls();
    poll();
    assertThat(polls()).isEqualTo(before);
    tell(push().denied(clock.instant(), "enough"));
    clock.pass(SLOWEST);
    turns(3);
    assertThat(untilNextPoll()).isLessThan(SLOWEST);
  }

  @Test
  void aPushIsPolledAtOnceAndItsPollIsNotForgottenByASuccessor() {
    subscribe();
    poll();
    int before = polls();
    clock.pass(Duration.ofMinutes(2));
    feed("e2", HUB);
    put(URL, Feed.of(URL).telling(push().pushed(clock.instant())));
    restart();
    turns(3);
    assertThat(polls()).isEqualTo(before + 1);
    assertThat(lastState().etag()).isEqualTo("e2");
    restart();
    turns(3);
    assertThat(polls()).isEqualTo(before + 1);
  }

  @Test
  void aHubThatCallsAllTheTimeIsHeardOnceAMinute() {
    subscribe();
    poll();
    int before = polls();
    for (int i = 0; i < 60; i++) {
      clock.pass(Duration.ofSeconds(2));
      tell(push().pushed(clock.instant()));
    }
    assertThat(polls() - before).isBetween(1, 2);
  }

  @Test
  void looksAgainSoonWhereThePushedChangeIsNotToBeSeenYet() {
    subscribe();
    poll();
    clock.pass(Duration.ofMinutes(2));
    tell(push().pushed(clock.instant()));
    assertThat(untilNextPoll()).isLessThan(SLOWEST);
  }

  @Test
  void aFeedThatFailsIsLeftAloneThoughItsHubCalls() {
    subscribe();
    web.answers.put(URL, new Failed("the server answered 503", true, Duration.ofHours(2)));
    poll();
    int before = polls();
    clock.pass(Duration.ofHours(1));
    tell(push().pushed(clock.instant()));
    assertThat(polls()).isEqualTo(before);
    assertThat(lastState().failures()).isEqualTo(1);
  }

  @Test
  void renewsTheLeaseBeforeItEnds() {
    subscribe();
    Instant end = lastFeed().push().leaseUntil();
    while (web.posted.size() < 2) {
      assertThat(clock.instant()).isBefore(end);
      poll();
    }
    assertThat(Duration.between(clock.instant(), end)).isGreaterThan(SLOWEST);
    lease(LEASE);
    assertThat(lastState().hub().tries()).isZero();
    poll();
    assertThat(web.posted).hasSize(2);
  }

  @Test
  void aShortLeaseIsRenewedInTimeToo() {
    begin();
    poll();
    lease(Duration.ofHours(1));
    Instant end = lastFeed().push().leaseUntil();
    poll();
    while (web.posted.size() < 2) {
      clock.pass(Duration.ofMinutes(1));
      turns(3);
    }
    assertThat(clock.instant()).isBefore(end);
  }

  @Test
  void aHubThatFailsIsAskedEverLessOftenAndTheFeedDoesNotSuffer() {
    web.answers.put(HUB, new Failed("the server answered 500", true, null));
    begin();
    for (int i = 0; i < 96; i++) {
      poll();
    }
    // A day in quarters of an hour; doubling rests leave room for eight requests.
    assertThat(web.posted).hasSizeBetween(6, 8);
    assertThat(lastState().failures()).isZero();
    assertThat(lastState().hub().lastError()).isEqualTo("the server answered 500");
    assertThat(count("costwire.websub", "not-asked")).isEqualTo(web.posted.size());
    assertThat(untilNextPoll()).isLessThanOrEqualTo(SLOWEST);
  }

  @Test
  void aHubIsLeftAloneAsLongAsItSays() {
    web.answers.put(HUB, new Failed("the server answered 429", true, Duration.ofHours(9)));
    begin();
    poll();
    assertThat(lastState().hub().askAgainAt()).isEqualTo(clock.instant().plus(Duration.ofHours(9)));
  }

  @Test
  void tellsTheHubWhenTheFeedIsDeletedButNotASecondTime() {
    subscribe();
    put(URL, null);
    turns(2);
    assertThat(web.posted.get(1))
        .containsEntry("hub.mode", "unsubscribe")
        .containsEntry("hub.topic", SELF)
        .doesNotContainKey("hub.secret");
    restart();
    turns(2);
    assertThat(web.posted).hasSize(2);
    assertThat(count("costwire.websub", "left")).isEqualTo(1);
  }

  @Test
  void tellsTheHubWhenTheFeedEnds() {
    subscribe();
    web.answers.put(URL, new Gone(410));
    poll();
    assertThat(web.posted.get(1)).containsEntry("hub.mode", "unsubscribe");
    assertThat(lastState().hub()).isNull();
    assertThat(push().leaseUntil()).isNull();
  }

  @Test
  void leavesAHubThatTheFeedNamesNoLongerForTheOneItNames() {
    subscribe();
    String other = "https://other.example/";
    web.answers.put(other, new Accepted(202));
    feed("e2", other);
    poll();
    assertThat(web.posted.get(1)).containsEntry("hub.mode", "unsubscribe");
    assertThat(lastState().hub().url()).isEqualTo(other);
    assertThat(push().leaseUntil()).isNull();
    poll();
    assertThat(web.posted.get(2)).containsEntry("hub.mode", "subscribe");
  }

  @Test
  void aPushBringsNoFeedBackThatWasDeletedNorChangesItsSettings() {
    subscribe();
    put(URL, Feed.of(URL).every(Duration.ofMinutes(9)));
    turns(2);
    tell(push().pushed(clock.instant()));
    assertThat(lastFeed().interval()).isEqualTo(Duration.ofMinutes(9));
    Push last = push();
    put(URL, null);
    turns(2);
    tell(last.pushed(clock.instant().plusSeconds(9)));
    assertThat(log.get(log.size() - 1).value()).isNull();
    restart();
    int before = polls();
    poll();
    assertThat(polls()).isEqualTo(before);
  }
}
