package costwire.deploy.serve;

import java.util.Map;
import java.util.function.BiConsumer;

/** What every answer says to the browser: articles are hostile text, so nothing may run in them. */
final class SecurityHeaders {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
              + " object-src 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private SecurityHeaders() {}

  static void put(BiConsumer<String, String> response) {
    HEADERS.forEach(response);
  }
}
