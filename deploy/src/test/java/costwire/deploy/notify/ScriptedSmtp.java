package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A server for mail that refuses at one step: of what a real one says, only what matters here. */
final class ScriptedSmtp implements AutoCloseable {
  final List<String> heard = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final String step;
  private final String answer;

  /**
   * @param step a command; CONNECT for the greeting, END for the end of the mail
   * @param answer empty: none at all, ever
   */
  ScriptedSmtp(String step, String answer) throws IOException {
    this.step = step;
    this.answer = answer;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
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
        converse(socket);
      } catch (IOException e) {
        // The other side hung up, or the test is over.
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    say(socket, "CONNECT", "220 scripted");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      heard.add(command);
      say(socket, command, command.equals("DATA") ? "354 go on" : "250 fine");
      if (command.equals("DATA") && !step.equals("DATA")) {
        skip(in);
        say(socket, "END", "250 taken");
      }
    }
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
