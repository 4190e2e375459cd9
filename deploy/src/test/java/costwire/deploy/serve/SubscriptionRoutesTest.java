package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.deploy.notify.Deliver;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Desk;
import costwire.deploy.notify.Order;
import costwire.deploy.notify.Subscription;
import costwire.stream.Json;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ALL = "api/subscriptions";
  private static final String TOKEN = "correct-horse-battery";
  private static final Instant NOW = Instant.parse("2025-09-18T12:00:00Z");
  private static final String OTHER = "whsec_" + "b3RoZXIh".repeat(4);
  private static final String FEED = "{'deliver':{'feed':{}}}";
  private static final String HOOK = "{'deliver':{'webhook':{'url':'https://hooks.example/T'}}}";

  private final ReadModel model = new ReadModel("log", 1_000);
  private final Fakes.SubscriptionTopics topics = new Fakes.SubscriptionTopics();
  private HttpServer server = start(null, "127.0.0.1", topics);

  private HttpServer start(@Nullable String token, String bind, Desk desk) {
    return HttpServer.start(
        Fakes.LOOPBACK,
        model,
        (claims, asOf) -> List.of(),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        List::of,
        new SubscriptionRoutes(
            model,
            desk,
            made -> made.name().equals("Inside") ? "'deliver.webhook.url' is private" : null,
            WriteAccess.of(token, bind),
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private void restart(@Nullable String token, String bind, Desk desk) {
    server.close();
    server = start(token, bind, desk);
  }

  private void know(Subscription subscription) {
    model.outgoing().subscription(subscription.id(), subscription);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws Exception {
    HttpResponse<String> answer = send("POST", ALL, FEED);
    assertThat(answer.statusCode()).isEqualTo(201);
    Subscription made = read(answer);
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/subscriptions/" + made.id());
    assertThat(made.id()).matches("sub_[0-9a-f]{18}");
    assertThat(made.createdAt()).isEqualTo(NOW);
    assertThat(json(answer).get("pace").toString())
        .isEqualTo("{\"groupSeconds\":60,\"leastMinutes\":0,\"quiet\":null}");
    assertThat(topics.put()).containsExactly(Map.entry(made.id(), made));
    assertThat(read(send("GET", ALL + "/" + made.id(), null))).isEqualTo(made);
    assertThat(json(send("GET", ALL, null)).get("items")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/name               | 'name':' Money ','deliver':{'feed':{}}                       | \"Money\"",
        "/companies          | 'companies':['nobody-yet','ΔΕΗ'],'deliver':{'feed':{}}       | [\"nobody-yet\",\"ΔΕΗ\"]",
        "/kinds              | 'kinds':['new-claim','new-claim'],'deliver':{'feed':{}}      | [\"new-claim\"]",
        "/scopes             | 'scopes':['hardware'],'deliver':{'feed':{}}                  | [\"hardware\"]",
        "/byPercent          | 'byPercent':25,'deliver':{'feed':{}}                         | 25",
        "/aboveUsd           | 'aboveUsd':1e9,'deliver':{'feed':{}}                         | 1000000000",
        "/belowUsd           | 'belowUsd':0.01,'deliver':{'feed':{}}                        | 0.01",
        "/pace/leastMinutes  | 'pace':{'leastMinutes':10080},'deliver':{'feed':{}}          | 10080",
        "/pace/quiet/zone    | 'pace':{'quiet':{'from':'22:00','until':'07:00','zone':'Asia/Tokyo'}},'deliver':{'feed':{}} | \"Asia/Tokyo\"",
        "/deliver/email      | 'deliver':{'email':{'to':'a.b+c@d.example','digest':'daily'}} | {\"to\":\"a.b+c@d.example\",\"digest\":\"daily\"}",
        "/deliver/webhook/format | 'deliver':{'webhook':{'url':'https://h.example','format':'ntfy'}} | \"ntfy\""
      })
  void takesEachField(String at, String fields, String kept) throws Exception {
    HttpResponse<String> answer = send("POST", ALL, "{" + fields + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(json(answer).at(at)).hasToString(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                                        | not a subscription in JSON",
        "null                                                     | not null",
        "[]                                                       | not a subscription in JSON",
        "{}                                                       | 'deliver' must be one of",
        "{'kinds':['joy'],'deliver':{'feed':{}}}                  | 'kinds' must be a list of claim-retracted, new-claim",
        "{'kinds':['0'],'deliver':{'feed':{}}}                    | 'kinds' must be a list of",
        "{'kinds':[''],'deliver':{'feed':{}}}                     | 'kinds' must be a list of",
        "{'kinds':[null],'deliver':{'feed':{}}}                   | 'kinds' must be a list of",
        "{'kinds':'new-claim','deliver':{'feed':{}}}              | 'kinds' must be a list",
        "{'kinds':['subscription-disabled'],'deliver':{'feed':{}}} | 'kinds' must be a list of",
        "{'scopes':['all'],'deliver':{'feed':{}}}                 | 'scopes' must be a list of training-run",
        "{'companies':['a b'],'deliver':{'feed':{}}}              | 'companies' must be a list of company ids",
        "{'companies':[null],'deliver':{'feed':{}}}               | 'companies' must be a list of company ids",
        "{'name':'a\\nb','deliver':{'feed':{}}}                   | 'name' must be one line",
        "{'byPercent':0,'deliver':{'feed':{}}}                    | 'byPercent' must be a whole number",
        "{'byPercent':'much','deliver':{'feed':{}}}               | 'byPercent' must be a whole number",
        "{'aboveUsd':-1,'deliver':{'feed':{}}}                    | 'aboveUsd' must be an amount above 0",
        "{'belowUsd':0.001,'deliver':{'feed':{}}}                 | 'belowUsd' must be an amount above 0, to the cent",
        "{'pace':{'groupSeconds':3601},'deliver':{'feed':{}}}     | groupSeconds must be between 0 and 3600",
        "{'pace':{'leastMinutes':-1},'deliver':{'feed':{}}}       | leastMinutes must be between 0 and 10080",
        "{'pace':7,'deliver':{'feed':{}}}                         | 'pace' must be an object",
        "{'pace':{'quiet':{'from':'22','until':'07:00','zone':'UTC'}},'deliver':{'feed':{}}}    | two times such as 22:00",
        "{'pace':{'quiet':{'from':'22:00','until':'07:00','zone':'Mars'}},'deliver':{'feed':{}}} | a zone such as Europe/Athens",
        "{'pace':{'quiet':{'from':'22:00','until':'22:00','zone':'UTC'}},'deliver':{'feed':{}}} | must differ",
        "{'pace':{'quiet':{'from':'22:00'}},'deliver':{'feed':{}}} | two times such as 22:00",
        "{'deliver':{}}                                           | one of webhook, email and feed",
        "{'deliver':{'feed':{},'email':{'to':'a@b.example'}}}     | one of webhook, email and feed",
        "{'deliver':{'feed':{'x':1}}}                             | unknown field 'deliver.feed.x'",
        "{'deliver':{'fax':{}}}                                   | unknown field 'deliver.fax' (known: email, feed, webhook)",
        "{'delivr':{}}                                            | unknown field 'delivr'",
        "{'deliver':{'email':{}}}                                 | 'deliver.email.to' must be one mail address",
        "{'deliver':{'email':{'to':'a@b.example, c@d.example'}}}  | 'deliver.email.to' must be one mail address",
        "{'deliver':{'email':{'to':'a@b.example','digest':'yearly'}}} | 'deliver.email.digest' must be one of hourly, daily",
        "{'deliver':{'email':{'to':'a@b.example','digest':'1'}}}  | 'deliver.email.digest' must be one of hourly, daily",
        "{'deliver':{'email':{'to':'a@b.example','digest':0}}}    | 'deliver.email.digest' must be one of hourly, daily",
        "{'deliver':{'webhook':{}}}                               | 'deliver.webhook.url' must be an http or https",
        "{'deliver':{'webhook':{'url':'ftp://a.example/'}}}       | 'deliver.webhook.url' must be an http or https",
        "{'deliver':{'webhook':{'url':'https://u:p@a.example/'}}} | 'deliver.webhook.url' must be an http or https",
        "{'name':'Inside','deliver':{'webhook':{'url':'https://a.example/'}}} | 'deliver.webhook.url' is private",
        "{'deliver':{'webhook':{'url':'https://a.example/','secret':'swordfish'}}} | 'deliver.webhook.secret': a secret is whsec_",
        "{'deliver':{'webhook':{'url':'https://a.example/','previousSecret':''}}}  | 'deliver.webhook.previousSecret': a secret is",
        "{'deliver':{'webhook':{'url':'https://a.example/','format':'fax'}}}       | 'deliver.webhook.format' must be one of standard, slack"
      })
  void saysWhatIsWrongAndWhatIsRight(String body, String reason) throws Exception {
    HttpResponse<String> answer = send("POST", ALL, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
    assertThat(json(answer).get("detail").asText())
        .contains(reason)
        .doesNotContain("swordfish", "costwire.deploy", "java.");
    assertThat(topics.put()).isEmpty();
  }

  @Test
  void aSecretIsShownOnceAndKeptWhereItIsNotSentAgain() throws Exception {
    Subscription made = read(send("POST", ALL, HOOK));
    assertThat(secret(made)).startsWith("whsec_");
    HttpResponse<String> shown = send("GET", ALL + "/" + made.id(), null);
    assertThat(json(shown).at("/deliver/webhook/secret").asText()).isEqualTo("(kept)");
    assertThat(json(shown).at("/deliver/webhook/url").asText())
        .isEqualTo("https://hooks.example/T");

    String changed = shown.body().replace("\"byPercent\":null", "\"byPercent\":10");
    HttpResponse<String> answer = send("PUT", ALL + "/" + made.id(), changed);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain(secret(made));
    Subscription after = put(made.id());
    assertThat(after.byPercent()).isEqualTo(10);
    assertThat(after.deliver()).isEqualTo(made.deliver());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        "neither sent            |                                       | before | none",
        "a new one               | ,'secret':'OTHER'                     | OTHER  | none",
        "a new one, the old kept | ,'secret':'OTHER','previousSecret':'(kept)' | OTHER | before",
        "both sent               | ,'secret':'OTHER','previousSecret':'before' | OTHER | before",
        "none was, none is kept  | ,'previousSecret':'(kept)'            | before | none",
      })
  void aSecretIsChangedWithTheOneBeforeItSigningToo(
      String change, @Nullable String fields, String now, @Nullable String previous)
      throws Exception {
    know(Fakes.subscription("sub_1"));
    String hook = "{'deliver':{'webhook':{'url':'https://hooks.example/T'" + given(fields) + "}}}";
    HttpResponse<String> answer = send("PUT", ALL + "/sub_1", hook);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain(OTHER, Fakes.SECRET);
    Subscription after = put("sub_1");
    assertThat(secret(after)).isEqualTo(given(now));
    assertThat(webhook(after).previousSecret())
        .isEqualTo(previous == null ? null : given(previous));
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text.replace("OTHER", OTHER).replace("before", Fakes.SECRET);
  }

  @Test
  void whatEndsAMailsSubscriptionIsNeverShown() throws Exception {
    String mail = "{'deliver':{'email':{'to':'reader@mail.example'}}}";
    HttpResponse<String> answer = send("POST", ALL, mail);
    String path = ALL + "/" + read(answer).id();
    for (HttpResponse<String> each : List.of(answer, send("PUT", path, mail))) {
      assertThat(json(each).at("/deliver/email").toString())
          .isEqualTo("{\"to\":\"reader@mail.example\"}");
    }
  }

  @Test
  void aSecretThatAChangeMadeIsShownToo() throws Exception {
    Subscription made = read(send("POST", ALL, FEED));
    Subscription changed = read(send("PUT", ALL + "/" + made.id(), HOOK));
    assertThat(secret(changed)).startsWith("whsec_");
    assertThat(changed.createdAt()).isEqualTo(made.createdAt());
  }

  @Test
  void whatWasDisabledIsToldAgainOnceItIsPut() throws Exception {
    know(Fakes.subscription("sub_1").disabled(NOW, "the receiver answered 500"));
    JsonNode before = json(send("GET", ALL + "/sub_1", null));
    assertThat(before.get("disabledWhy").asText()).contains("500");
    assertThat(send("PUT", ALL + "/sub_1", before.toString()).statusCode()).isEqualTo(200);
    assertThat(put("sub_1").disabledAt()).isNull();
  }

  @Test
  void endsASubscription() throws Exception {
    know(Fakes.subscription("sub_1"));
    assertThat(send("DELETE", ALL + "/sub_1", null).statusCode()).isEqualTo(204);
    for (String method : List.of("GET", "DELETE")) {
      assertThat(send(method, ALL + "/sub_1", null).statusCode()).isEqualTo(404);
    }
    assertThat(send("PUT", ALL + "/sub_1", FEED).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, api/subscriptions",
    "POST, api/subscriptions/preview",
    "PUT, api/subscriptions/sub_1",
    "DELETE, api/subscriptions/sub_1",
    "POST, api/subscriptions/sub_1/test",
    "POST, api/deliveries/msg_2/resend"
  })
  void onlyWhoMayWriteDoes(String method, String path) throws Exception {
    know(Fakes.subscription("sub_1"));
    model.outgoing().delivery(Fakes.delivery(2, "sub_1", Delivery.State.DEAD));
    restart(TOKEN, "0.0.0.0", topics);
    assertThat(send(method, path, FEED).statusCode()).isEqualTo(401);
    assertThat(send(method, path, FEED, "Authorization", "Bearer wrong").statusCode())
        .isEqualTo(401);
    restart(null, "0.0.0.0", topics);
    assertThat(send(method, path, FEED).statusCode()).isEqualTo(403);
    restart(null, "127.0.0.1", topics);
    assertThat(send(method, path, FEED, "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(topics.put()).isEmpty();
    assertThat(topics.orders()).isEmpty();
    restart(TOKEN, "0.0.0.0", topics);
    assertThat(send(method, path, FEED, "Authorization", "Bearer " + TOKEN).statusCode())
        .isBetween(200, 204);
  }

  @Test
  void whoMayNotWriteSeesNoAddressAndNobodyASecret() throws Exception {
    know(Fakes.subscription("sub_1"));
    know(read(send("POST", ALL, "{'deliver':{'email':{'to':'reader@mail.example'}}}")));
    restart(TOKEN, "127.0.0.1", topics);
    for (String path : List.of(ALL, ALL + "/sub_1")) {
      HttpResponse<String> stranger = send("GET", path, null);
      assertThat(stranger.statusCode()).isEqualTo(200);
      assertThat(stranger.headers().firstValue("WWW-Authenticate")).isEmpty();
      assertThat(stranger.body())
          .contains("https://hooks.example/\"")
          .doesNotContain("T0KEN", "reader@", Fakes.SECRET);
      HttpResponse<String> owner = send("GET", path, null, "Authorization", "Bearer " + TOKEN);
      assertThat(owner.body()).contains("T0KEN").doesNotContain(Fakes.SECRET);
    }
  }

  @Test
  void previewsWhatItWouldHaveSent() throws Exception {
    for (int i = 0; i < 60; i++) {
      model.alert(0, i, Fakes.alert(i, i % 2 == 0 ? "OpenAI" : "DeepSeek"));
    }
    String hourly = "{'companies':['openai'],'pace':{'leastMinutes':60},'deliver':{'feed':{}}}";
    JsonNode all = json(send("POST", ALL + "/preview", hourly));
    assertThat(all.get("messages").asInt()).isEqualTo(2);
    assertThat(all.get("alerts").asInt()).isEqualTo(30);
    assertThat(all.at("/items/0/alerts")).hasSize(1);
    assertThat(all.at("/items/1/alerts")).hasSize(29);

    String late = ALL + "/preview?since=2025-01-01T00:50:00Z";
    assertThat(json(send("POST", late, hourly)).get("alerts").asInt()).isEqualTo(5);
    String nothing = hourly.replace("openai", "nobody");
    assertThat(json(send("POST", late, nothing)).get("messages").asInt()).isZero();
    assertThat(send("POST", late, "{'deliver':{}}").statusCode()).isEqualTo(400);
    assertThat(topics.put()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "api/deliveries, '9 8 7 6 5 4 3 2 1 0'",
    "api/deliveries?state=dead, '8 5 2'",
    "api/subscriptions/sub_1/deliveries, '8 6 4 2 0'",
    "api/subscriptions/sub_1/deliveries?state=dead, '8 2'",
    "api/subscriptions/sub_1/deliveries?state=cancelled, ''"
  })
  void tellsTheMessagesNewestFirstPageByPage(String path, String numbers) throws Exception {
    know(Fakes.subscription("sub_0"));
    know(Fakes.subscription("sub_1"));
    Delivery.State[] states = Delivery.State.values();
    for (int i = 0; i < 10; i++) {
      model.outgoing().delivery(Fakes.delivery(i, "sub_" + (1 - i % 2), states[i % 3]));
    }
    List<String> found = new ArrayList<>();
    String more = path.contains("?") ? "&" : "?";
    String next = "";
    while (next != null) {
      JsonNode page = json(send("GET", path + more + "limit=2" + next, null));
      page.get("items").forEach(item -> found.add(item.get("id").asText().substring(4)));
      next = page.get("next").isNull() ? null : "&after=" + page.get("next").asText();
    }
    assertThat(String.join(" ", found)).isEqualTo(numbers);
  }

  @Test
  void theMessagesOfNoSubscriptionAreNotFound() throws Exception {
    assertThat(send("GET", ALL + "/none/deliveries", null).statusCode()).isEqualTo(404);
  }

  @Test
  void aTestAndADeadMessageAreOrdered() throws Exception {
    know(Fakes.subscription("sub_1"));
    Delivery dead = Fakes.delivery(2, "sub_1", Delivery.State.DEAD);
    model.outgoing().delivery(dead);
    assertThat(send("POST", ALL + "/sub_1/test", null).statusCode()).isEqualTo(202);
    assertThat(send("POST", "api/deliveries/msg_2/resend", null).statusCode()).isEqualTo(202);
    assertThat(topics.orders()).containsExactly(Order.test("sub_1", NOW), Order.again(dead, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "api/deliveries/none/resend, 404, no delivery 'none'",
    "api/deliveries/msg_0/resend, 409, on its way",
    "api/deliveries/msg_1/resend, 409, there no more",
    "api/deliveries/msg_2/resend, 409, disabled",
    "api/subscriptions/none/test, 404, no subscription 'none'",
    "api/subscriptions/sub_2/test, 409, disabled",
    "api/subscriptions/sub_3/test, 409, a feed"
  })
  void whatCannotBeDoneIsNotOrdered(String path, int status, String why) throws Exception {
    know(Fakes.subscription("sub_0"));
    know(Fakes.subscription("sub_2").disabled(NOW, "gone"));
    know(Fakes.subscription("sub_3").delivering(read(send("POST", ALL, FEED)).deliver()));
    model.outgoing().delivery(Fakes.delivery(0, "sub_0", Delivery.State.PENDING));
    model.outgoing().delivery(Fakes.delivery(1, "sub_1", Delivery.State.CANCELLED));
    model.outgoing().delivery(Fakes.delivery(2, "sub_2", Delivery.State.DEAD));
    HttpResponse<String> answer = send("POST", path, null);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).get("detail").asText()).contains(why);
    assertThat(topics.orders()).isEmpty();
  }

  @Test
  void saysSoIfTheTopicsDoNotTakeIt() throws Exception {
    know(Fakes.subscription("sub_1"));
    restart(null, "127.0.0.1", new Broken());
    assertThat(send("POST", ALL, FEED).statusCode()).isEqualTo(503);
    assertThat(send("DELETE", ALL + "/sub_1", null).statusCode()).isEqualTo(503);
    assertThat(send("POST", ALL + "/sub_1/test", null).statusCode()).isEqualTo(503);
    assertThat(json(send("GET", ALL, null)).get("items")).hasSize(1);
  }

  /** Topics that nobody answers for. */
  private record Broken() implements Desk {
    @Override
    public void put(Subscription subscription) {
      throw new KafkaException("no broker");
    }

    @Override
    public void end(String id) {
      throw new KafkaException("no broker");
    }

    @Override
    public void order(Order order) {
      throw new KafkaException("no broker");
    }
  }

  /** Quotes may be single, for the sake of the tables. */
  private HttpResponse<String> send(
      String method, String path, @Nullable String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.replace('\'', '"')));
    if (body != null) {
      request.header("Content-Type", "application/json; charset=utf-8");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String secret(Subscription subscription) {
    return webhook(subscription).secret();
  }

  private static Deliver.Webhook webhook(Subscription subscription) {
    return Objects.requireNonNull(subscription.deliver().webhook());
  }

  private Subscription put(String id) {
    return Objects.requireNonNull(topics.put().get(id));
  }

  private static Subscription read(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readValue(answer.body(), Subscription.class);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }
}
