package costwire.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Feed;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private static final Instant NOON = Instant.parse("2025-09-18T12:00:00Z");

  private final Agenda agenda = new Agenda();

  @Test
  void givesTheFeedThatIsDueForLongestAndNoneBeforeItsTime() {
    agenda.plan(tracked("x", 1), NOON.plusSeconds(2));
    agenda.plan(tracked("x", 2), NOON.plusSeconds(1));
    assertThat(agenda.next(NOON)).isNull();
    assertThat(next(NOON.plusSeconds(2))).isEqualTo("https://x.example/2");
    assertThat(next(NOON.plusSeconds(2))).isEqualTo("https://x.example/1");
    assertThat(agenda.next(NOON.plusSeconds(9))).isNull();
  }

  @Test
  void keepsOnlyTheLastPlanOfAFeed() {
    Tracked tracked = tracked("x", 1);
    agenda.plan(tracked, NOON);
    agenda.plan(tracked, NOON.plusSeconds(5));
    assertThat(agenda.next(NOON)).isNull();
    agenda.cancel(tracked);
    assertThat(agenda.next(NOON.plusSeconds(5))).isNull();
  }

  @Test
  void lendsAHostsPlaceToItsNextFeedWhenAPollIsOver() {
    Tracked first = tracked("x", 0);
    agenda.plan(first, NOON);
    for (int i = 1; i < Agenda.MAX_AT_HOST + 3; i++) {
      agenda.plan(tracked("x", i), NOON);
    }
    for (int i = 0; i < Agenda.MAX_AT_HOST; i++) {
      assertThat(agenda.next(NOON)).isNotNull();
    }
    assertThat(agenda.next(NOON)).isNull();
    agenda.over(first);
    assertThat(next(NOON)).isEqualTo("https://x.example/" + Agenda.MAX_AT_HOST);
    assertThat(agenda.next(NOON)).isNull();
  }

  @Test
  void forgetsAFeedThatWaitsForItsHost() {
    Tracked first = tracked("x", 0);
    agenda.plan(first, NOON);
    for (int i = 1; i < Agenda.MAX_AT_HOST; i++) {
      agenda.plan(tracked("x", i), NOON);
    }
    Tracked waiting = tracked("x", 99);
    agenda.plan(waiting, NOON);
    while (agenda.next(NOON) != null) {
      assertThat(agenda.polls()).isPositive();
    }
    agenda.cancel(waiting);
    agenda.over(first);
    assertThat(agenda.next(NOON)).isNull();
    assertThat(agenda.polls()).isEqualTo(Agenda.MAX_AT_HOST - 1);
  }

  @Test
  void boundsThePollsUnderWay() {
    for (int i = 0; i < Agenda.MAX_POLLS + 5; i++) {
      agenda.plan(tracked("x" + i, i), NOON);
    }
    int polls = 0;
    while (agenda.next(NOON) != null) {
      polls++;
    }
    assertThat(polls).isEqualTo(Agenda.MAX_POLLS);
  }

  private String next(Instant now) {
    return Objects.requireNonNull(agenda.next(now)).feed.url();
  }

  private static Tracked tracked(String host, int name) {
    return new Tracked(0, Feed.of("https://" + host + ".example/" + name));
  }
}
