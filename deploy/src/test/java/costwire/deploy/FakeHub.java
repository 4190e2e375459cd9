package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;

/** An outlet with a feed and the hub that the feed names, on one server of this machine. */
@NullUnmarked // a form that lacks a field fails the test as well
final class FakeHub implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What the hub was asked. */
  final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

  final AtomicInteger polls = new AtomicInteger();
  private final HttpServer server;
  private volatile String entries = "";

  private FakeHub(HttpServer server) {
    this.server = server;
  }

  static FakeHub start() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    FakeHub hub = new FakeHub(HttpServer.create(new InetSocketAddress(here, 0), 0));
    hub.server.createContext("/robots.txt", exchange -> answer(exchange, 404, ""));
    hub.server.createContext("/feed", hub::feed);
    hub.server.createContext("/hub", hub::take);
    hub.server.createContext("/one", FakeHub::page);
    hub.server.start();
    return hub;
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url(String path) {
    return "http://" + host() + path;
  }

  private void feed(HttpExchange exchange) throws IOException {
    polls.incrementAndGet();
    answer(
        exchange,
        200,
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Hall News</title>"
            + ("<link rel='hub' href='" + url("/hub") + "'/>")
            + ("<link rel='self' href='" + url("/feed") + "'/>" + entries + "</feed>"));
  }

  private static void page(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        "<html lang='en'><title>The hall is ready</title><h1>The hall is ready</h1>"
            + "<p>The town spent seven million dollars on its computing hall, the mayor said.</p>");
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> form = new HashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    for (String field : body.split("&")) {
      String[] parts = field.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    asked.add(form);
    answer(exchange, 202, "");
  }

  /** Asks whether a request was meant; returns the status and what came back. */
  String verify(Map<String, String> request) throws IOException, InterruptedException {
    String query =
        "?hub.mode="
            + request.get("hub.mode")
            + "&hub.topic="
            + URLEncoder.encode(request.get("hub.topic"), UTF_8)
            + "&hub.challenge=c-17&hub.lease_seconds=864000";
    HttpRequest get =
        HttpRequest.newBuilder(URI.create(request.get("hub.callback") + query)).build();
    HttpResponse<String> answer = CLIENT.send(get, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + (answer.statusCode() == 200 ? " " + answer.body() : "");
  }

  /** The feed lists a page now, and whoever asked for it is told. */
  int publish(Map<String, String> request) throws Exception {
    entries =
        "<entry><id>1</id><title>The hall is ready</title><link href='"
            + url("/one")
            + "'/></entry>";
    String message = "nothing that anybody reads";
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(request.get("hub.secret").getBytes(UTF_8), "HmacSHA512"));
    String signature = HexFormat.of().formatHex(mac.doFinal(message.getBytes(UTF_8)));
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(request.get("hub.callback")))
            .header("X-Hub-Signature", "sha512=" + signature)
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    return CLIENT.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
