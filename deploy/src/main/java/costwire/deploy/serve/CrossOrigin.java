package costwire.deploy.serve;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** Lets pages of other sites read; what they may write is for {@link WriteAccess} to say. */
final class CrossOrigin {
  private CrossOrigin() {}

  /**
   * @param origins such as {@code https://desk.example}
   */
  static CrossOriginHandler of(Collection<String> origins) {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        origins.stream().map(Pattern::quote).collect(Collectors.toSet()));
    handler.setAllowedMethods(Set.of("GET", "HEAD", "POST", "PUT", "DELETE"));
    handler.setAllowedHeaders(
        Set.of("Authorization", "Content-Type", "If-None-Match", "Last-Event-ID"));
    handler.setExposedHeaders(Set.of("ETag", "Costwire-Position", "Retry-After"));
    handler.setAllowCredentials(false);
    return handler;
  }
}
