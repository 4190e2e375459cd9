package costwire.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine. */
final class Ports {
  private Ports() {}

  /** One that nobody listens on just now. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another one: the same may be free twice, as nobody listens on it yet. */
  static int freeBeside(int taken) {
    int port = free();
    while (port == taken) {
      port = free();
    }
    return port;
  }

  /**
   * @param purpose what it is for, to tell the user
   * @throws Refusal if the port cannot be listened on
   */
  static void refuseBusy(String bind, int port, String purpose) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      InetSocketAddress address = new InetSocketAddress(bind, port);
      if (address.isUnresolved()) {
        throw Refusal.wrong("'" + bind + "' is no address of this machine");
      }
      socket.bind(address);
    } catch (IOException e) {
      throw Refusal.failed(
          "port " + port + " on " + bind + " for " + purpose + " is in use or not allowed", e);
    }
  }
}
