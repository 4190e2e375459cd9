package costwire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Feed.Known;
import costwire.ingest.Feed.State;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final Instant NOON = Instant.parse("2025-09-18T12:00:00Z");

  @Test
  void travelsAsJsonAndComesBackTheSame() {
    Map<String, Known> entries = new LinkedHashMap<>();
    entries.put("a", new Known("l1", "id1", "c1", null, 0, false));
    entries.put("b", new Known("l2", null, null, "https://x.example/b", 3, true));
    State state = new State("\"e\"", "Thu", NOON, NOON, NOON.plusSeconds(60), 2, "no", entries);
    Feed feed = new Feed("https://x.example/f", "X", "el", "X", Duration.ofMinutes(5), state);

    byte[] bytes = Feeds.TOPIC.values().serializer().serialize("t", feed);
    assertThat(new String(bytes, UTF_8)).contains("\"interval\":\"PT5M\"").doesNotContain("null");
    assertThat(Feeds.TOPIC.values().deserializer().deserialize("t", bytes)).isEqualTo(feed);
  }

  @Test
  void needsNothingButItsAddress() {
    byte[] bytes = "{\"url\":\"https://x.example/f\"}".getBytes(UTF_8);
    assertThat(Feeds.TOPIC.values().deserializer().deserialize("t", bytes))
        .isEqualTo(Feed.of("https://x.example/f"));
  }

  @Test
  void refusesWhatIsNoAddressOfTheWeb() {
    assertThatThrownBy(() -> Feed.of("file:///etc/hosts"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http");
  }

  @Test
  void keepsTheFresherStateWhenItsSettingsChange() {
    Feed read = Feed.of("https://x.example/f").with(fetchedAt(NOON));
    Feed settings = Feed.of("https://x.example/f").every(Duration.ofHours(1));
    Feed stale = settings.with(fetchedAt(NOON.minusSeconds(9)));

    assertThat(settings.over(read)).isEqualTo(read.every(Duration.ofHours(1)));
    assertThat(stale.over(read)).isEqualTo(read.every(Duration.ofHours(1)));
    assertThat(read.over(stale)).isEqualTo(read);
  }

  @Test
  void forgetsTheOldestEntriesFirst() {
    Map<String, Known> entries = new LinkedHashMap<>();
    for (int i = 0; i < State.MAX_ENTRIES + 2; i++) {
      entries.put("e" + i, new Known("l", null, null, null, 0, false));
    }
    assertThat(State.NEW.but().entries(entries).build().entries())
        .hasSize(State.MAX_ENTRIES)
        .doesNotContainKeys("e0", "e1")
        .containsKey("e2");
  }

  private static State fetchedAt(Instant at) {
    return new State(null, null, at, at, null, 0, null, Map.of());
  }
}
