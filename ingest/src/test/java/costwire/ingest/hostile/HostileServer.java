package costwire.ingest.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback address that plays a script for each path, and counts who comes. */
final class HostileServer implements AutoCloseable {
  /** What is sound in a page, and enough to be its article. */
  private static final String PROSE =
      "<p>The laboratory paid three million dollars for the chips, its director said on Monday.</p>";

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();

  private HostileServer(ServerSocket socket) {
    this.socket = socket;
  }

  static HostileServer open() throws IOException {
    HostileServer server =
        new HostileServer(new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1")));
    server.threads.execute(server::listen);
    return server;
  }

  void plays(String path, String script) {
    String whole = script.replace("PORT", Integer.toString(port())).replace("PROSE", PROSE);
    scripts.put(path, Script.of(whole));
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many connections were opened to it so far. */
  int connections() {
    return connections.get();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        connections.incrementAndGet();
        threads.execute(() -> answer(client));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void answer(Socket client) {
    try (client) {
      BufferedReader request =
          new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
      String first = request.readLine();
      String line = first;
      while (line != null && !line.isEmpty()) {
        line = request.readLine();
      }
      String path = first == null ? "" : first.split(" ")[1];
      Script script = scripts.get(path);
      if (script == null) {
        script =
            Script.of(
                "raw HTTP/1.1 404 Not here\\r\\nConnection: close\\r\\nContent-Length: 0\\r\\n\\r\\n");
      }
      script.play(client, closing);
    } catch (IOException e) {
      // The client hung up, as it should on most of these.
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    socket.close();
    threads.shutdownNow();
  }
}
