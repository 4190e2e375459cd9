package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Loopback;
import io.javalin.http.Context;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may change anything: whoever bears the token; where none is set, the programs and pages of
 * this machine alone. A page of somebody else's in a browser of this machine is neither.
 *
 * @param token null if none is set
 * @param loopback whether only this machine can reach the server
 */
record WriteAccess(@Nullable String token, boolean loopback) {
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** For a server that listens on an address. */
  static WriteAccess of(@Nullable String token, String bind) {
    return new WriteAccess(token, Loopback.is(bind));
  }

  /**
   * @throws Problem.Refused if the client may not write
   */
  void check(Context context) {
    if (token != null) {
      checkToken(context, token);
    } else if (!loopback) {
      throw new Problem.Refused(
          403, "Writing from other machines needs a token, and this server has none set");
    } else if (isForeign(context)) {
      throw new Problem.Refused(403, "Another site's page may not write here");
    }
  }

  /** Whether the client may write, and thus see what others need not. */
  boolean allows(Context context) {
    try {
      check(context);
      return true;
    } catch (Problem.Refused e) {
      context.res().setHeader("WWW-Authenticate", null);
      return false;
    }
  }

  /** Keeps the token to itself. */
  @Override
  public String toString() {
    return token != null ? "with a token" : loopback ? "this machine's" : "nobody's";
  }

  private static void checkToken(Context context, String token) {
    String given = String.valueOf(context.header("Authorization"));
    byte[] wanted = ("Bearer " + token).getBytes(UTF_8);
    // Takes the same time however much of it is right.
    if (!MessageDigest.isEqual(given.getBytes(UTF_8), wanted)) {
      context.header("WWW-Authenticate", "Bearer");
      throw new Problem.Refused(
          401, "Writing needs the header 'Authorization: Bearer' and a token");
    }
  }

  /** A name that points here although it is not ours is a page's trick too. */
  private static boolean isForeign(Context context) {
    String host = String.valueOf(context.header("Host"));
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    return !Loopback.is(name(host))
        || (site != null && !OWN_SITES.contains(site))
        || (origin != null && !origin.equals(context.scheme() + "://" + host));
  }

  private static String name(String host) {
    try {
      String name = URI.create("http://" + host).getHost();
      return name == null ? "" : name;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
