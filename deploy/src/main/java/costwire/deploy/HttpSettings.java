package costwire.deploy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the dashboard and the API listen, and to whom.
 *
 * @param bind the address
 * @param port 0 for any that is free
 * @param token what a client must bear to change anything; null: only this machine's clients may,
 *     and only if {@code bind} is a loopback address
 * @param cors origins such as {@code https://desk.example} whose pages may read the API
 * @param tls null: plain HTTP
 */
public record HttpSettings(
    String bind, int port, @Nullable String token, List<String> cors, @Nullable Tls tls) {
  static final HttpSettings STANDARD = new HttpSettings("127.0.0.1", 8080, null, List.of(), null);

  private static final String ORIGIN =
      "https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?";

  public HttpSettings {
    cors = List.copyOf(cors);
    Config.require(!bind.isBlank(), "bind", "an address such as 127.0.0.1");
    Config.require(
        port >= 0 && port <= Config.MAX_PORT, "port", "between 0 and " + Config.MAX_PORT);
    Config.require(
        token == null || token.matches("[\\x21-\\x7e]{16,200}"),
        "token",
        "16 to 200 letters, digits and signs without blanks");
    for (String origin : cors) {
      Config.require(
          origin.matches(ORIGIN),
          "cors",
          "origins such as https://desk.example, which " + origin + " is not");
    }
  }

  /** Plain, on an address and a port. */
  public static HttpSettings plain(String bind, int port, @Nullable String token) {
    return new HttpSettings(bind, port, token, List.of(), null);
  }

  /**
   * Where the dashboard is.
   *
   * @param bound the port that was had
   */
  public URI address(int bound) {
    String host = bind.contains(":") ? "[" + bind + "]" : bind;
    return URI.create((tls == null ? "http" : "https") + "://" + host + ":" + bound + "/");
  }

  /** Keeps the token to itself. */
  @Override
  public String toString() {
    return address(port).toString();
  }
}
