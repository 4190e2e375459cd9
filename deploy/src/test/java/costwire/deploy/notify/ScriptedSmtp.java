package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import costwire.deploy.SmtpSettings.Security;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A server for mail that refuses at one step, or has TLS: of what a real one says, only what
 * matters here.
 */
final class ScriptedSmtp implements AutoCloseable {
  final List<String> heard = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final String step;
  private final String answer;
  private final @Nullable SSLContext tls;

  /**
   * @param step a command; CONNECT for the greeting, END for the end of the mail
   * @param answer empty: none at all, ever
   */
  ScriptedSmtp(String step, String answer) throws IOException {
    this(ServerSocketFactory.getDefault(), step, answer, null);
  }

  /** One that takes everything, from whoever says who it is behind TLS. */
  ScriptedSmtp(Security security, SSLContext tls) throws IOException {
    this(
        security == Security.IMPLICIT
            ? tls.getServerSocketFactory()
            : ServerSocketFactory.getDefault(),
        "NONE",
        "",
        tls);
  }

  private ScriptedSmtp(
      ServerSocketFactory sockets, String step, String answer, @Nullable SSLContext tls)
      throws IOException {
    this.step = step;
    this.answer = answer;
    this.tls = tls;
    server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        say(socket, "CONNECT", "220 scripted");
        converse(socket);
      } catch (IOException e) {
        // The other side hung up, or the test is over.
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      heard.add(command);
      say(socket, command, usual(command));
      if (tls != null && command.equals("STARTTLS")) {
        converse(secured(socket, tls));
        return;
      }
      if (command.equals("DATA") && !step.equals("DATA")) {
        skip(in);
        say(socket, "END", "250 taken");
      }
    }
  }

  private String usual(String command) {
    return switch (command) {
      case "EHLO" -> tls == null ? "250 fine" : "250-fine\r\n250-STARTTLS\r\n250 AUTH PLAIN";
      case "STARTTLS" -> "220 go on";
      case "AUTH" -> "235 well known";
      case "DATA" -> "354 go on";
      default -> "250 fine";
    };
  }

  private static Socket secured(Socket socket, SSLContext tls) throws IOException {
    SSLSocket secured =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private static void skip(BufferedReader in) throws IOException {
    @Nullable String line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
  }

  private void say(Socket socket, String at, String usual) throws IOException {
    String words = at.equals(step) ? answer : usual;
    if (!words.isEmpty()) {
      socket.getOutputStream().write((words + "\r\n").getBytes(US_ASCII));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
