package costwire.deploy.serve;

import costwire.deploy.HttpSettings;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The same server with nothing behind it, to hold the real one against: {@code /bytes/N} answers a
 * constant body of N bytes, packed once for all, and {@code /stream} sends everybody what it is
 * told to.
 */
public final class BareServer implements AutoCloseable {
  private final byte[] text;
  private final Map<Integer, Body> bodies = new ConcurrentHashMap<>();
  private final Set<SseClient> followers = ConcurrentHashMap.newKeySet();
  private final URI address;
  private final Javalin javalin;

  private static final class Body {
    private final byte[] plain;
    private final byte[] packed;

    Body(byte[] plain) {
      this.plain = plain;
      this.packed = JsonParts.of(List.of(JsonPart.of(plain))).gzip();
    }
  }

  /**
   * Starts serving.
   *
   * @param text what all bodies are beginnings of, not empty
   * @throws costwire.deploy.Refusal if the port cannot be listened on
   */
  public BareServer(HttpSettings http, byte[] text, MeterRegistry meters) {
    this.text = text.clone();
    this.javalin = HttpServer.open(http, meters, List.of(), this::routes);
    this.address = http.address(javalin.port());
  }

  private void routes(JavalinConfig config) {
    config.routes.get("/bytes/{length}", this::answer);
    config.routes.sse("/stream", this::follow);
  }

  private void answer(Context context) {
    int length = Math.min(text.length, Integer.parseInt(context.pathParam("length")));
    Body body = bodies.computeIfAbsent(length, wanted -> new Body(Arrays.copyOf(text, wanted)));
    context.contentType(Route.JSON);
    if (String.valueOf(context.header("Accept-Encoding")).contains("gzip")) {
      context.header("Content-Encoding", "gzip").result(body.packed);
    } else {
      context.result(body.plain);
    }
  }

  private void follow(SseClient client) {
    client.keepAlive();
    client.onClose(() -> followers.remove(client));
    followers.add(client);
    client.sendComment("followed");
  }

  /** Sends an event to all that follow, one after the other. */
  public void send(String id, String type, String data) {
    followers.forEach(client -> client.sendEvent(type, data, id));
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
