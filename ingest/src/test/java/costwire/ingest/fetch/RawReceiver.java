package costwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on this machine that reads one request a connection and then does as it is told. */
final class RawReceiver implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+)");

  /** What it does with a request that it has read. */
  interface Behaviour {
    void answer(Socket socket, String request) throws Exception;
  }

  final AtomicInteger connections = new AtomicInteger();
  volatile Behaviour behaviour = (socket, request) -> say(socket, "204 No Content", "");
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  RawReceiver() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Answers and hangs up. */
  static void say(Socket socket, String status, String headers) throws IOException {
    String answer =
        "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is seen from the other side
  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.submit(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private Void serve(Socket socket) throws Exception {
    try (socket) {
      behaviour.answer(socket, request(socket.getInputStream()));
    }
    return null;
  }

  private static String request(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    String text = "";
    while (!text.contains("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the request broke off");
      }
      read.write(next);
      text = read.toString(ISO_8859_1);
    }
    Matcher length = LENGTH.matcher(text);
    int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return text + new String(in.readNBytes(body), ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
