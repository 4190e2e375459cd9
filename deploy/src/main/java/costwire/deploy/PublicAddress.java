package costwire.deploy;

import costwire.ingest.WebSub;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the hubs of feeds reach this installation: the key {@code websub} of the configuration.
 *
 * @param callback leads to the server's root; https, but for a loopback address; ends in a slash
 * @param secret what all processes of the installation make their tokens from; null: there is one
 *     process, which has its own
 */
public record PublicAddress(URI callback, @Nullable String secret) {
  public PublicAddress {
    refuse(callback);
    callback = closed(callback);
    if (secret != null && !secret.matches("[\\x21-\\x7e]{16,200}")) {
      throw new IllegalArgumentException(
          "websub.secret must be 16 to 200 letters, digits and signs without blanks");
    }
  }

  private static void refuse(@Nullable URI callback) {
    boolean safe =
        callback != null
            && (isPublic(callback)
                || (isPlain(callback)
                    && "http".equals(callback.getScheme())
                    && Loopback.is(callback.getHost())));
    if (!safe) {
      throw new IllegalArgumentException(
          "websub.callback must be an https address such as https://public.example/");
    }
  }

  /** Whether it is the https address of a place, and of nothing in it. */
  static boolean isPublic(URI url) {
    return isPlain(url) && "https".equals(url.getScheme());
  }

  /** With a slash at its end, so that what is there can be told by its path. */
  static URI closed(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? url : URI.create(text + "/");
  }

  private static boolean isPlain(URI url) {
    return url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  /**
   * What this process makes its tokens from.
   *
   * @param own known to this process alone
   */
  WebSub webSub(String own) {
    return new WebSub(callback, secret == null ? own : secret);
  }

  /** Keeps the secret to itself. */
  @Override
  public String toString() {
    return callback.toString();
  }
}
