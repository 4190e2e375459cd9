package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.aggregate.Estimator;
import costwire.deploy.notify.Delivery;
import costwire.ingest.Feed;
import costwire.ingest.WebSub;
import costwire.stream.Json;
import io.javalin.http.HandlerType;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code openapi.json} says, the server does, and the other way round. */
class OpenApiTest {
  private static final JsonNode DOCUMENT = Schemas.document("openapi.json");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  /** The one route that is no endpoint of Javalin's, and what its query may have. */
  private static final Map<String, Set<String>> STREAM = Map.of("get /api/stream", Set.of("after"));

  private static HttpServer server;

  @BeforeAll
  static void start() {
    ReadModel model = new ReadModel("log", 1_000);
    for (int i = 0; i < 60; i++) {
      model.claim(0, i, Fakes.claim(i, "OpenAI"));
      model.alert(0, i, Fakes.alert(i, "OpenAI"));
    }
    model.estimate(0, 0, "openai", Fakes.estimate("openai", 100_000_000));
    model.feed("https://a.example/f", Feed.of("https://a.example/f"));
    model.outgoing().subscription("sub_1", Fakes.subscription("sub_1"));
    for (Delivery.State state : Delivery.State.values()) {
      model.outgoing().delivery(Fakes.delivery(state.ordinal(), "sub_1", state));
    }
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    WebSub webSub = new WebSub(URI.create("https://p.example/"), "the key");
    server =
        HttpServer.start(
            Fakes.LOOPBACK,
            model,
            (claims, asOf) -> List.of(Fakes.estimate("openai", claims.size())),
            meters,
            List::of,
            Fakes.feedRoutes(model),
            new CurveRoutes(model, Estimator.standard()::curves),
            new SubscriptionRoutes(
                model,
                new Fakes.SubscriptionTopics(),
                subscription -> null,
                WriteAccess.of(null, "127.0.0.1"),
                Clock.systemUTC()),
            new UnsubscribeRoutes(model, () -> false, new UnsubscribeRoutesTest.Ends()),
            new WebSubRoutes(
                webSub, model, () -> false, new Fakes.FeedTopic(model), meters, Clock.systemUTC()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void eachRouteIsToldWithTheParametersItsQueryMayHave() {
    Map<String, Set<String>> routes = new TreeMap<>(STREAM);
    for (Route route : server.routes()) {
      if (!route.method().equals(HandlerType.HEAD)) {
        String method = route.method().name().toLowerCase(Locale.ROOT);
        routes.put(method + " " + route.path(), new TreeSet<>(route.parameters()));
      }
    }
    Map<String, Set<String>> told = new TreeMap<>();
    operations().forEach((name, operation) -> told.put(name, queryOf(operation)));
    assertThat(told).isEqualTo(routes);
  }

  @Test
  void aRouteToldOfIsAnEndpointOfTheServerAndNothingElseIs() {
    assertThat(server.endpoints())
        .as("endpoints that were added past the list of routes")
        .isEqualTo(server.routes().size());
  }

  @Test
  void eachPathTellsItsOwnParameters() {
    DOCUMENT
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                assertThat(
                        items(path.getValue().path("parameters")).map(p -> p.get("name").asText()))
                    .as(path.getKey())
                    .containsExactlyElementsOf(
                        Stream.of(path.getKey().split("\\{"))
                            .skip(1)
                            .map(part -> part.substring(0, part.indexOf('}')))
                            .toList()));
  }

  @Test
  void eachReferenceLeadsSomewhereAndEachOperationHasItsName() {
    for (JsonNode reference : DOCUMENT.findValues("$ref")) {
      String to = reference.asText();
      JsonNode found = to.startsWith("#") ? DOCUMENT.at(to.substring(1)) : Schemas.document(to);
      assertThat(found.isMissingNode()).as(to).isFalse();
    }
    assertThat(DOCUMENT.findValuesAsText("operationId")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "get, /api/estimates, '', 200",
    "get, /api/estimates, ?asOf=2025-01-31&limit=1, 200",
    "get, /api/estimates, ?scope=joy, 400",
    "get, /api/estimates, ?compnay=openai, 400",
    "get, /api/estimates/{companyId}, openai, 200",
    "get, /api/estimates/{companyId}, nobody, 404",
    "get, /api/estimates, ?language=el, 200",
    "get, /api/estimates/{companyId}/curves, openai/curves, 200",
    "get, /api/estimates/{companyId}/curves, nobody/curves, 404",
    "get, /api/languages, '', 200",
    "get, /api/claims, ?language=el, 200",
    "get, /api/claims, '', 200",
    "get, /api/claims, ?limit=0, 400",
    "get, /api/claims/{id}, claim-1, 200",
    "get, /api/claims/{id}, none, 404",
    "get, /api/alerts, ?limit=7, 200",
    "get, /api/alerts, ?kind=joy, 400",
    "get, /api/feeds, '', 200",
    "get, /api/feeds, ?url=x, 400",
    "delete, /api/feeds, '', 400",
    "delete, /api/feeds, ?url=https://b.example/, 404",
    "get, /api/subscriptions, '', 200",
    "get, /api/subscriptions/{id}, sub_1, 200",
    "get, /api/subscriptions/{id}, none, 404",
    "get, /api/deliveries, ?state=dead&limit=1, 200",
    "get, /api/deliveries, ?state=lost, 400",
    "post, /api/deliveries/{id}/resend, msg_2/resend, 202",
    "post, /api/deliveries/{id}/resend, msg_0/resend, 409",
    "post, /api/deliveries/{id}/resend, none/resend, 404",
    "post, /api/subscriptions/{id}/test, sub_1/test, 202",
    "get, /api/subscriptions/{id}/deliveries, sub_1/deliveries, 200",
    "delete, /api/subscriptions/{id}, none, 404",
    "get, /alerts.atom, '', 200",
    "get, /alerts.atom, ?subscription=sub_1, 200",
    "get, /alerts.atom, ?subscription=none, 404",
    "get, /api/openapi.json, '', 200",
    "get, /api/asyncapi.json, '', 200",
    "get, /api/schemas/{name}.json, claim.json, 200",
    "get, /api/schemas/{name}.json, none.json, 404",
    "get, /api/schemas/{name}.json, Claim.json, 404",
    "get, /health/live, '', 200",
    "get, /health/ready, '', 200",
    "get, /websub/{token}, none, 404",
    "get, /unsubscribe, ?subscription=sub_none&key=0, 200",
    "post, /unsubscribe, ?subscription=sub_none&key=0, 200",
    "get, /unsubscribe, '', 400",
  })
  void answersAsItSays(String method, String path, String rest, int status) throws Exception {
    String address = path.contains("{") ? path.substring(0, path.indexOf('{')) + rest : path + rest;
    HttpResponse<String> answer = send(method, address);
    check(operation(method + " " + path), answer, status);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "application/json, `{\"url\":\"https://c.example/f\",\"interval\":\"PT10M\"}`, 201",
        "application/json, `{\"url\":\"https://a.example/f\",\"title\":null}`, 200",
        "application/json, `{\"url\":\"ftp://c.example/f\"}`, 400",
        "text/x-opml, `<opml version=\"2.0\"><body><outline xmlUrl=\"https://d.example/f\"/></body></opml>`, 201",
        "text/plain, hello, 415"
      })
  void takesFeedsAsItSays(String type, String body, int status) throws Exception {
    JsonNode operation = operation("post /api/feeds");
    HttpResponse<String> answer = send("post", "/api/feeds", type, body);
    check(operation, answer, status);
    JsonNode wanted = operation.at("/requestBody/content").path(type).path("schema");
    if (wanted.has("$ref") && status < 300) {
      assertThat(Schemas.faults(wanted.get("$ref").asText(), Json.mapper().readTree(body)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "post | /api/subscriptions         | application/json | {'deliver':{'feed':{}}}                           | 201",
        "post | /api/subscriptions         | application/json | {'deliver':{'webhook':{'url':'https://a.example/'}}} | 201",
        "post | /api/subscriptions         | application/json | {}                                                | 400",
        "post | /api/subscriptions         | text/plain       | hello                                             | 415",
        "post | /api/subscriptions/preview | application/json | {'deliver':{'email':{'to':'a@b.example'}}}        | 200",
        "put  | /api/subscriptions/{id}    | application/json | {'deliver':{'feed':{}},'pace':{'groupSeconds':5}} | 200",
        "put  | /api/subscriptions/{id}    | application/json | {'pace':{'groupSeconds':-1}}                      | 400"
      })
  void takesSubscriptionsAsItSays(
      String method, String path, String type, String quoted, int status) throws Exception {
    String body = quoted.replace('\'', '"');
    JsonNode operation = operation(method + " " + path);
    check(operation, send(method, path.replace("{id}", "sub_1"), type, body), status);
    if (status < 300) {
      JsonNode wanted = operation.at("/requestBody/content").path(type).path("schema");
      assertThat(Schemas.faults(wanted.get("$ref").asText(), Json.mapper().readTree(body)))
          .isEmpty();
    }
  }

  private static void check(JsonNode operation, HttpResponse<String> answer, int status)
      throws Exception {
    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode told = resolved(operation.path("responses").path(String.valueOf(status)));
    assertThat(told.isMissingNode()).as("%s is told", status).isFalse();
    told.path("headers")
        .fieldNames()
        .forEachRemaining(
            name -> assertThat(answer.headers().firstValue(name)).as(name).isPresent());
    if (!told.has("content")) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0];
    JsonNode schema = told.path("content").path(type).path("schema");
    assertThat(schema.isMissingNode()).as("%s is told", type).isFalse();
    if (schema.has("$ref")) {
      JsonNode value = Json.mapper().readTree(answer.body());
      assertThat(Schemas.faults(schema.get("$ref").asText(), value)).isEmpty();
    }
  }

  private static Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    DOCUMENT
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            String name = operation.getKey() + " " + path.getKey();
                            operations.put(name, operation.getValue());
                          }
                        }));
    return operations;
  }

  private static JsonNode operation(String name) {
    return Objects.requireNonNull(operations().get(name), name);
  }

  private static Set<String> queryOf(JsonNode operation) {
    Set<String> names = new TreeSet<>();
    items(operation.path("parameters"))
        .filter(parameter -> parameter.get("in").asText().equals("query"))
        .forEach(parameter -> names.add(parameter.get("name").asText()));
    return names;
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static HttpResponse<String> send(String method, String path, String... body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .method(
                method.toUpperCase(Locale.ROOT),
                body.length < 2
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body[1]));
    if (body.length == 2) {
      request.header("Content-Type", body[0]);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
