package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Feed;
import costwire.ingest.Hub;
import costwire.ingest.Push;
import costwire.ingest.WebSub;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hubs, and those who pretend to be one, hear at the public address. */
class WebSubRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Instant NOW = Instant.parse("2025-09-18T12:00:00Z");
  private static final String URL = "https://a.example/f";
  private static final String TOPIC = "https://a.example/feed";
  private static final WebSub WEB_SUB = new WebSub(URI.create("https://p.example/"), "the key");
  private static final String TOKEN = WEB_SUB.token(URL);
  private static final String ASKED = "?hub.topic=" + TOPIC + "&hub.challenge=c-1&hub.mode=";

  private final ReadModel model = new ReadModel("log", 1_000);
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private volatile boolean filling;
  private final HttpServer server =
      Fakes.server(
          model,
          meters,
          new WebSubRoutes(
              WEB_SUB,
              model,
              () -> filling,
              new Fakes.FeedTopic(model),
              meters,
              Clock.fixed(NOW, ZoneOffset.UTC)));

  @BeforeEach
  void follow() {
    Hub hub = Hub.found("https://hub.example/", TOPIC, NOW);
    Feed feed = Feed.of(URL).called("A", "el");
    model.feed(URL, feed.with(Feed.State.NEW.but().succeeded(NOW).hub(hub).build()));
    model.feed("https://b.example/", Feed.of("https://b.example/"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Feed feed() {
    return Objects.requireNonNull(model.feed(URL));
  }

  private Push push() {
    return feed().pushOrNone();
  }

  private double count(String outcome) {
    return meters.get("costwire.websub").tag("outcome", outcome).counter().count();
  }

  @Test
  void saysYesToWhatWasAskedForAndWritesTheLeaseDown() throws Exception {
    HttpResponse<String> answer = get(TOKEN, ASKED + "subscribe&hub.lease_seconds=3600");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("c-1");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(push()).isEqualTo(Push.NONE.granted(NOW, NOW.plusSeconds(3600)));
    assertThat(feed().title()).isEqualTo("A");
    assertThat(feed().stateOrNew().lastSuccessAt()).isEqualTo(NOW);
    assertThat(count("verified")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, P1D",
        "-5, P1D",
        "many, P1D",
        "0, PT0S",
        "99999999999, P30D",
        "9999999999999999999999, P1D"
      })
  void believesNoLeaseBeyondAMonth(@Nullable String seconds, Duration lease) throws Exception {
    String said = seconds == null ? "" : "&hub.lease_seconds=" + seconds;
    assertThat(get(TOKEN, ASKED + "subscribe" + said).statusCode()).isEqualTo(200);
    assertThat(push().leaseUntil()).isEqualTo(NOW.plus(lease));
  }

  @ParameterizedTest
  @CsvSource({
    "?hub.mode=subscribe&hub.challenge=c&hub.topic=https://a.example/other, 404",
    "?hub.mode=subscribe&hub.challenge=c, 404",
    "?hub.mode=unsubscribe&hub.challenge=c&hub.topic=https://a.example/feed, 404",
    "?hub.mode=denied&hub.topic=https://a.example/other, 404",
    "?hub.mode=subscribe&hub.topic=https://a.example/feed, 400",
    "?hub.mode=dance&hub.challenge=c&hub.topic=https://a.example/feed, 404",
    "?, 404"
  })
  void saysNoToWhatWasNotAskedFor(String query, int status) throws Exception {
    assertThat(get(TOKEN, query).statusCode()).isEqualTo(status);
    assertThat(push()).isEqualTo(Push.NONE);
  }

  @Test
  void knowsNobodyByAnyOtherToken() throws Exception {
    String theirs = new WebSub(WEB_SUB.callback(), "guessed").token(URL);
    for (String token : List.of(theirs, "x", TOKEN.substring(1))) {
      assertThat(get(token, ASKED + "subscribe").statusCode()).isEqualTo(404);
      assertThat(post(token, "{}", null).statusCode()).isEqualTo(404);
    }
    assertThat(get(WEB_SUB.token("https://b.example/"), ASKED + "subscribe").statusCode())
        .isEqualTo(404);
    assertThat(count("unknown")).isEqualTo(6);
  }

  @Test
  void writesDownThatAHubSaysNo() throws Exception {
    assertThat(get(TOKEN, ASKED + "denied&hub.reason=not+you").statusCode()).isEqualTo(200);
    assertThat(push()).isEqualTo(Push.NONE.denied(NOW, "not you"));
    assertThat(count("denied")).isEqualTo(1);
  }

  @Test
  void letsAHubGoWhoseFeedIsFollowedNoLonger() throws Exception {
    model.feed(URL, null);
    HttpResponse<String> answer = get(TOKEN, ASKED + "unsubscribe");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("c-1");
    assertThat(post(TOKEN, "{}", sign("HmacSHA256", "{}")).statusCode()).isEqualTo(410);
    assertThat(model.feed(URL)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"sha1, HmacSHA1", "sha256, HmacSHA256", "sha384, HmacSHA384", "SHA512, HmacSHA512"})
  void aSignedMessageMakesTheFeedDueWhateverItSays(String name, String method) throws Exception {
    String body = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hosts'>]><x>&a;</x>";
    String signature = name + sign(method, body).substring("sha256".length());
    assertThat(post(TOKEN, body, signature).statusCode()).isEqualTo(202);
    assertThat(push()).isEqualTo(Push.NONE.pushed(NOW));
    assertThat(count("pushed")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none",
        "sha256=",
        "sha256",
        "sha256=zz",
        "sha256=00",
        "md5=d41d8cd98f00b204e9800998ecf8427e",
        "=aa"
      })
  void anUnsignedMessageIsTakenAndForgotten(@Nullable String signature) throws Exception {
    assertThat(post(TOKEN, "{}", signature).statusCode()).isEqualTo(202);
    assertThat(post(TOKEN, "{ }", sign("HmacSHA256", "{}")).statusCode()).isEqualTo(202);
    assertThat(push()).isEqualTo(Push.NONE);
    assertThat(count("bad-signature")).isEqualTo(2);
  }

  @Test
  void asksAHubToComeAgainWhileFeedsAreStillBeingRead() throws Exception {
    String token = WEB_SUB.token("https://not-read-yet.example/");
    filling = true;
    assertThat(post(token, "{}", sign("HmacSHA256", "{}")).statusCode()).isEqualTo(503);
    assertThat(get(token, ASKED + "subscribe").statusCode()).isEqualTo(503);
    assertThat(post(TOKEN, "{}", sign("HmacSHA256", "{}")).statusCode()).isEqualTo(202);
    assertThat(count("early")).isEqualTo(2);
  }

  @Test
  void readsNoMessageBeyondAMebibyte() throws Exception {
    byte[] most = new byte[1 << 20];
    byte[] tooMuch = new byte[(1 << 20) + 1];
    String unsized = send(TOKEN, BodyPublishers.ofInputStream(() -> in(tooMuch)), null).body();
    assertThat(unsized).contains("413");
    assertThat(send(TOKEN, BodyPublishers.ofByteArray(tooMuch), null).statusCode()).isEqualTo(413);
    assertThat(send(TOKEN, BodyPublishers.ofByteArray(most), null).statusCode()).isEqualTo(202);
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static String sign(String method, String body) throws Exception {
    Mac mac = Mac.getInstance(method);
    mac.init(new SecretKeySpec(WEB_SUB.secret(URL).getBytes(UTF_8), method));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }

  private HttpResponse<String> get(String token, String query)
      throws IOException, InterruptedException {
    URI url = server.address().resolve("websub/" + token + query);
    return CLIENT.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String token, String body, @Nullable String signature)
      throws IOException, InterruptedException {
    return send(token, BodyPublishers.ofString(body), signature);
  }

  private HttpResponse<String> send(String token, BodyPublisher body, @Nullable String signature)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve("websub/" + token)).POST(body);
    if (signature != null) {
      request.header(HubSignature.HEADER, signature);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
