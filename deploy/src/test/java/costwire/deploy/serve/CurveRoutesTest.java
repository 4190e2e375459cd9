package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.aggregate.Curve;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.stream.Json;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurveRoutesTest {
  private final ReadModel model = new ReadModel("log", 100);
  private final List<String> drawn = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void serve() {
    model.claim(0, 0, Fakes.claim(1, "DeepSeek"));
    model.claim(0, 1, Fakes.claim(2, "DeepSeek"));
    model.claim(0, 2, Fakes.claim(3, "OpenAI"));
    server =
        Fakes.server(
            model,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            new CurveRoutes(model, this::draw));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void drawsFromTheCompanysOwnClaims() throws Exception {
    JsonNode items = Json.mapper().readTree(get("deepseek/curves").body()).get("items");
    assertThat(items).hasSize(1);
    assertThat(drawn).containsExactly("deepseek 2 null");
  }

  @Test
  void drawsAgainOnlyWhenAnEstimateHasChanged() throws Exception {
    get("deepseek/curves");
    get("deepseek/curves");
    assertThat(drawn).hasSize(1);
    model.estimate(0, 3, "deepseek", Fakes.estimate("deepseek", 5_000_000));
    get("deepseek/curves");
    assertThat(drawn).hasSize(2);
  }

  @Test
  void drawsWhatWasKnownOnADay() throws Exception {
    get("deepseek/curves?asOf=2025-01-31");
    assertThat(drawn).singleElement().asString().startsWith("deepseek 2 2025-01-31T23:59:59");
  }

  @Test
  void knowsNoCurveOfNobody() throws Exception {
    assertThat(get("nobody/curves").statusCode()).isEqualTo(404);
  }

  private List<Curve> draw(String company, Collection<Claim> claims, @Nullable Instant asOf) {
    drawn.add(company + " " + claims.size() + " " + asOf);
    return claims.isEmpty()
        ? List.of()
        : List.of(new Curve(null, Scope.TRAINING_RUN, List.of(), List.of()));
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("api/estimates/" + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
