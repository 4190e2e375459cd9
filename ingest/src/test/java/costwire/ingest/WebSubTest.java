package costwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebSubTest {
  private static final Instant NOON = Instant.parse("2025-09-18T12:00:00Z");
  private static final String FEED = "https://x.example/f";
  private static final WebSub OURS =
      new WebSub(URI.create("https://public.example/desk/"), "one key");
  private static final WebSub THEIRS = new WebSub(OURS.callback(), "another key");

  @Test
  void knowsItsOwnTokensAndNoOthers() {
    String token = OURS.token(FEED);
    assertThat(OURS.callback(FEED)).hasToString("https://public.example/desk/websub/" + token);
    assertThat(OURS.isOurs(token)).isTrue();
    assertThat(THEIRS.isOurs(token)).isFalse();
    assertThat(OURS.token(FEED + "2")).isNotEqualTo(token);
    char first = token.charAt(0) == 'A' ? 'B' : 'A';
    assertThat(OURS.isOurs(first + token.substring(1))).isFalse();
    assertThat(OURS.isOurs("")).isFalse();
    assertThat(OURS.isOurs("../" + token)).isFalse();
  }

  @Test
  void givesEachFeedItsOwnSecretAndTheKeyToNobody() {
    assertThat(OURS.secret(FEED)).hasSize(64).isNotEqualTo(OURS.secret(FEED + "2"));
    assertThat(OURS.secret(FEED)).isNotEqualTo(THEIRS.secret(FEED));
    assertThat(OURS.toString()).doesNotContain("one key");
  }

  @Test
  void whateverIsNewerOfAHubsWordStaysWhoeverWroteIt() {
    Push leased = Push.NONE.granted(NOON, NOON.plusSeconds(900));
    Push pushed = Push.NONE.pushed(NOON.plusSeconds(5));
    Push both = new Push(NOON, NOON.plusSeconds(900), null, NOON.plusSeconds(5));
    assertThat(Push.newer(leased, pushed)).isEqualTo(both);
    assertThat(Push.newer(pushed, leased)).isEqualTo(both);
    assertThat(Push.newer(both, null)).isEqualTo(both);
    assertThat(Push.newer(leased.denied(NOON, "no"), both))
        .isEqualTo(new Push(NOON.plusMillis(1), null, "no", NOON.plusSeconds(5)));
  }

  @Test
  void aClockThatIsBehindStillHasTheLastWord() {
    Push pushed = Push.NONE.pushed(NOON);
    Push again = pushed.pushed(NOON.minusSeconds(60));
    assertThat(again.pushedAt()).isAfter(NOON);
  }

  @Test
  void aRecordThatOnlyTellsChangesNoSettings() {
    Feed known = Feed.of(FEED).every(Duration.ofHours(1)).with(Feed.State.NEW);
    Feed told = Feed.of(FEED).telling(Push.NONE.pushed(NOON)).over(known);
    assertThat(told).isEqualTo(known.hearing(Push.NONE.pushed(NOON)));
    Feed settings = Feed.of(FEED).every(Duration.ofHours(2));
    assertThat(settings.over(told)).isEqualTo(told.every(Duration.ofHours(2)));
    byte[] bytes = Feeds.TOPIC.values().serializer().serialize("t", told);
    assertThat(Feeds.TOPIC.values().deserializer().deserialize("t", bytes)).isEqualTo(told);
  }
}
