package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import costwire.aggregate.Alert;
import costwire.deploy.notify.Subscription;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final ReadModel model = new ReadModel("log", 1_000);
  private final HttpServer server =
      HttpServer.start(
          Fakes.LOOPBACK,
          model,
          (claims, asOf) -> List.of(),
          new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
          List::of);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void isAFeedOfTheLatestHundredNewestFirst() throws Exception {
    for (int i = 0; i < 130; i++) {
      model.alert(0, i, Fakes.alert(i, "OpenAI"));
    }
    HttpResponse<String> answer = get("alerts.atom");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/atom+xml; charset=utf-8");
    SyndFeed feed = feed(answer);
    assertThat(feed.getEntries()).hasSize(100);
    SyndEntry newest = feed.getEntries().get(0);
    assertThat(newest.getUri()).isEqualTo("urn:costwire:alert:alert-129");
    assertThat(newest.getTitle()).isEqualTo("Something changed.");
    assertThat(newest.getUpdatedDate().toInstant()).isEqualTo(feed.getPublishedDate().toInstant());
    assertThat(newest.getLink()).isEqualTo("/#/company/openai");
    HttpRequest again =
        HttpRequest.newBuilder(server.address().resolve("alerts.atom"))
            .header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow())
            .build();
    assertThat(CLIENT.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(304);
  }

  @Test
  void withoutAlertsItIsAFeedToo() throws Exception {
    assertThat(feed(get("alerts.atom")).getEntries()).isEmpty();
    model.outgoing().subscription("sub_1", Fakes.subscription("sub_1"));
    assertThat(feed(get("alerts.atom?subscription=sub_1")).getTitle())
        .isEqualTo("Costwire: Desk sub_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</title><script>alert(1)</script>",
        "]]> &amp; \" ' <!--",
        "\u0000\u0008\u001f \ufffe\uffff",
        "lone \ud800 and \udc00",
        "\u202eright to left\u2069",
        "模型 🤖"
      })
  void hostileTextIsText(String text) throws Exception {
    Alert alert = Fakes.alert(1, "OpenAI");
    model.alert(0, 1, told(alert, text, null));
    model
        .outgoing()
        .subscription("sub_1", named(Fakes.subscription("sub_1"), text.replaceAll("\\p{Cc}", "")));
    SyndFeed feed = feed(get("alerts.atom?subscription=sub_1"));
    String written =
        text.replaceAll("[^\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]", "\ufffd");
    assertThat(feed.getEntries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getTitle()).isEqualTo(written.strip());
              assertThat(entry.getDescription().getValue()).isEqualTo("OpenAI: " + written);
            });
  }

  @Test
  void aSubscriptionsFeedHasWhatItIsToldAndWhyNoMore() throws Exception {
    Subscription openai =
        new Subscription(
            "sub_1",
            "Mine",
            List.of("openai"),
            List.of(),
            List.of(),
            null,
            null,
            null,
            Fakes.subscription("x").pace(),
            Fakes.subscription("x").deliver(),
            Instant.parse("2025-01-01T00:02:00Z"),
            null,
            null);
    model.outgoing().subscription("sub_1", openai);
    for (int i = 0; i < 6; i++) {
      model.alert(0, i, Fakes.alert(i, i % 2 == 0 ? "OpenAI" : "DeepSeek"));
    }
    model.alert(0, 10, told(Fakes.alert(10, "DeepSeek"), "It is disabled.", "sub_1"));
    model.alert(0, 11, told(Fakes.alert(11, "OpenAI"), "Another is disabled.", "sub_2"));
    assertThat(ids(get("alerts.atom?subscription=sub_1")))
        .containsExactly("alert-10", "alert-4", "alert-2");
    assertThat(ids(get("alerts.atom"))).hasSize(6).doesNotContain("alert-10", "alert-11");
  }

  @Test
  void ofASubscriptionThatIsNotThereThereIsNone() throws Exception {
    assertThat(get("alerts.atom?subscription=none").statusCode()).isEqualTo(404);
  }

  private static Alert told(Alert alert, String reason, @Nullable String subscription) {
    return new Alert(
        alert.id(),
        alert.at(),
        alert.companyId(),
        alert.company(),
        alert.kind(),
        alert.line(),
        alert.before(),
        alert.after(),
        reason,
        alert.claimIds(),
        subscription);
  }

  private static Subscription named(Subscription is, String name) {
    return new Subscription(
        is.id(),
        name,
        is.companies(),
        is.kinds(),
        is.scopes(),
        null,
        null,
        null,
        is.pace(),
        is.deliver(),
        is.createdAt(),
        null,
        null);
  }

  private static List<String> ids(HttpResponse<String> answer) throws Exception {
    return feed(answer).getEntries().stream()
        .map(entry -> entry.getUri().substring("urn:costwire:alert:".length()))
        .toList();
  }

  /** Read by a parser that is strict, and by one for feeds. */
  private static SyndFeed feed(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.body().getBytes(UTF_8)));
    return new SyndFeedInput().build(new StringReader(answer.body()));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(server.address().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString(UTF_8));
  }
}
