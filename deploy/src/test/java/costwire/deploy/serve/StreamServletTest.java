package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.Eventually;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamServletTest {
  private final ReadModel model = new ReadModel("log", 1_000);
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private HttpServer server;

  private record Event(String id, String type, String data) {}

  @BeforeEach
  void start() {
    server = Fakes.server(model, meters, Fakes.feedRoutes(model));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsWhatHappensFromNowOn() throws Exception {
    model.claim(0, 0, Fakes.claim(0, "OpenAI"));
    try (BufferedReader stream = follow(null)) {
      model.claim(0, 1, Fakes.claim(1, "OpenAI"));
      model.estimate(0, 0, "openai", Fakes.estimate("openai", 5));
      assertThat(next(stream).data()).contains("claim-1");
      assertThat(next(stream).type()).isEqualTo("estimate");
    }
  }

  @Test
  void resumesWithoutAGapAndWithoutWhatTheClientHas() throws Exception {
    String seen;
    try (BufferedReader stream = follow(null)) {
      model.claim(0, 0, Fakes.claim(0, "OpenAI"));
      seen = next(stream).id();
    }
    model.claim(0, 1, Fakes.claim(1, "OpenAI"));
    model.claim(1, 0, Fakes.claim(2, "DeepSeek"));
    model.claim(0, 2, Fakes.claim(0, "OpenAI").retraction());
    model.estimate(0, 0, "openai", Fakes.estimate("openai", 5));
    model.estimate(0, 1, "openai", Fakes.estimate("openai", 6));
    try (BufferedReader stream = follow(seen)) {
      assertThat(next(stream).data()).contains("\"best\":6");
      Event second = next(stream);
      assertThat(second.data()).contains("claim-1");
      assertThat(second.id()).as("its place until all is sent").isEqualTo(seen);
      assertThat(next(stream).data()).contains("claim-0", "\"retracted\":true");
      Event last = next(stream);
      assertThat(last.data()).contains("claim-2");
      assertThat(last.id()).isEqualTo(model.positions().toString());
      model.claim(0, 3, Fakes.claim(4, "OpenAI"));
      assertThat(next(stream).data()).contains("claim-4");
    }
  }

  @Test
  void resumesAlertsInTheOrderTheyCameAndRepeatsNone() throws Exception {
    String before = model.positions().toString();
    model.alert(0, 0, Fakes.alert(7, "OpenAI"));
    model.alert(0, 1, Fakes.alert(3, "OpenAI"));
    try (BufferedReader stream = follow(before)) {
      Event first = next(stream);
      assertThat(first.type()).isEqualTo("alert");
      assertThat(first.data()).contains("alert-7");
      assertThat(next(stream).data()).contains("alert-3");
      model.alert(0, 2, Fakes.alert(7, "OpenAI"));
      model.alert(0, 3, Fakes.alert(8, "OpenAI"));
      assertThat(next(stream).data()).contains("alert-8");
    }
  }

  @Test
  void sendsNothingAgainWhileARestartedModelIsRefilled() throws Exception {
    String seen = Positions.start("log").after("costwire.claims", 0, 1).toString();
    try (BufferedReader stream = follow(seen)) {
      model.claim(0, 0, Fakes.claim(0, "OpenAI"));
      model.claim(0, 1, Fakes.claim(1, "OpenAI"));
      model.claim(0, 2, Fakes.claim(2, "OpenAI"));
      assertThat(next(stream).data()).contains("claim-2");
    }
  }

  @Test
  void givesAllEstimatesToAClientWithThePlaceOfAnotherLog() throws Exception {
    model.estimate(0, 0, "openai", Fakes.estimate("openai", 5));
    String elsewhere = Positions.start("other").after("costwire.estimates", 0, 99).toString();
    try (BufferedReader stream = follow(elsewhere)) {
      assertThat(next(stream).data()).contains("openai");
    }
  }

  @Test
  void givesAllEstimatesToAClientWithAPlaceThatNobodyKnows() throws Exception {
    model.estimate(0, 0, "openai", Fakes.estimate("openai", 5));
    try (BufferedReader stream = follow("<script>")) {
      assertThat(next(stream).data()).contains("openai");
    }
  }

  @Test
  void aCompanyThatLostItsEstimateIsSentWithoutLines() throws Exception {
    String before = Positions.start("log").toString();
    model.estimate(0, 0, "openai", Fakes.estimate("openai", 5));
    model.estimate(0, 1, "openai", null);
    try (BufferedReader stream = follow(before)) {
      assertThat(next(stream).data()).contains("\"lines\":[]");
    }
  }

  @Test
  void aClientThatReadsNothingIsDroppedAndHoldsUpNobody() throws Exception {
    try (Socket deaf = new Socket()) {
      deaf.setReceiveBufferSize(4_096);
      deaf.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort()));
      deaf.getOutputStream()
          .write(
              "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      try (BufferedReader stream = follow(null)) {
        Eventually.await(() -> clients() == 2);
        String long_ = "word ".repeat(4_000);
        int sent = 0;
        while (clients() == 2 && sent < 20_000) {
          model.claim(0, sent, Fakes.claim(sent, "OpenAI", long_));
          assertThat(next(stream).data()).contains("claim-" + sent + "\"");
          sent++;
        }
        assertThat(clients()).isEqualTo(1);
      }
    }
  }

  private int clients() {
    return (int) meters.get("costwire.stream.clients").gauge().value();
  }

  private BufferedReader follow(@Nullable String lastEventId)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("api/stream"));
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    BufferedReader stream =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    assertThat(stream.readLine()).as("sent once the client follows").startsWith("retry: ");
    stream.readLine();
    return stream;
  }

  /** The next event that is news: a slow test hears the heart beat, too. */
  private static Event next(BufferedReader stream) throws IOException {
    Event event = any(stream);
    while (event.type().equals("heartbeat")) {
      event = any(stream);
    }
    return event;
  }

  private static Event any(BufferedReader stream) throws IOException {
    String id = "";
    String type = "";
    String data = "";
    for (String line = stream.readLine(); !line.isEmpty(); line = stream.readLine()) {
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        type = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      }
    }
    return new Event(id, type, data);
  }
}
