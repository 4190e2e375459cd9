package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.ingest.Feed;
import costwire.stream.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub, a feed, a follower and a server, from the first poll to the last goodbye. */
class PushedFeedTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration ALLOWED = Duration.ofSeconds(60);
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  @TempDir Path folder;

  private final Leaping clock = new Leaping();

  @Test
  void aChangeIsReadWhenTheHubTellsOfItAndTheHubIsLeftWhenTheFeedIs() throws Exception {
    try (FakeHub hub = FakeHub.start()) {
      Config config = config(hub);
      Feed feed = Feed.of(hub.url("/feed")).every(INTERVAL);
      try (Node node = Node.start(config, List.of(feed), clock, Duration.ofSeconds(1))) {
        URI api = node.pipeline().serve().orElseThrow().address().resolve("api/feeds");
        Eventually.await(() -> status(api).path("lastSuccessAt").isTextual());
        clock.leap(INTERVAL.plusSeconds(30));
        Eventually.await(() -> !hub.asked.isEmpty());
        Map<String, String> request = hub.asked.get(0);
        Eventually.await(() -> hub.verify(request).equals("200 c-17"));
        Eventually.await(() -> status(api).path("pushUntil").isTextual());

        int polls = hub.polls.get();
        clock.leap(Duration.ofMinutes(2));
        assertThat(hub.publish(request)).isEqualTo(202);
        Eventually.await(() -> hub.polls.get() > polls);
        Eventually.await(
            () -> Duration.between(clock.instant(), next(api)).compareTo(INTERVAL) > 0);

        delete(api, feed.url());
        Eventually.await(() -> hub.asked.size() == 2);
        assertThat(hub.asked.get(1)).containsEntry("hub.mode", "unsubscribe");
        Eventually.await(() -> hub.verify(hub.asked.get(1)).equals("200 c-17"));
      }
    }
  }

  private Config config(FakeHub hub) {
    ConfigDraft draft = new ConfigDraft();
    draft.data = folder.resolve("data").toString();
    draft.roles = List.of("ingest", "serve");
    draft.port = Ports.free();
    draft.kafka.port = 0;
    draft.allowedHosts = List.of(hub.host());
    draft.websub = new ConfigDraft.WebSubDraft();
    draft.websub.setCallback(URI.create("http://127.0.0.1:" + draft.port));
    return draft.config();
  }

  private static JsonNode status(URI api) throws Exception {
    HttpRequest get = HttpRequest.newBuilder(api).build();
    String body = CLIENT.send(get, HttpResponse.BodyHandlers.ofString()).body();
    return Json.mapper().readTree(body).at("/items/0");
  }

  private static Instant next(URI api) throws Exception {
    String next = status(api).path("nextPollAt").asText("");
    return next.isEmpty() ? Instant.EPOCH : Instant.parse(next);
  }

  private static void delete(URI api, String feed) throws Exception {
    URI url = URI.create(api + "?url=" + URLEncoder.encode(feed, UTF_8));
    HttpRequest delete = HttpRequest.newBuilder(url).DELETE().build();
    assertThat(CLIENT.send(delete, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(204);
  }

  /** Goes as time does, and leaps when it is told to. */
  private static final class Leaping extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void leap(Duration time) {
      ahead = ahead.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return Clock.systemUTC().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }
  }
}
