package costwire.ingest.fetch;

import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;

/** Reads {@code X-Robots-Tag}: directives for every robot, or for the one that is named. */
final class RobotsTag {
  private static final String NAME = "X-Robots-Tag";
  private static final String PRODUCT = "costwire";
  private static final int MAX_HEADER = 1_000;

  /** Directives with a value: what stands before their colon is no robot's name. */
  private static final Set<String> WITH_VALUE =
      Set.of("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after");

  private RobotsTag() {}

  /** Whether a page is to be in no index of ours. */
  static boolean forbidsIndex(Reply reply) {
    for (Header header : reply.head().getHeaders(NAME)) {
      String value = header.getValue() == null ? "" : header.getValue();
      if (forbidsIndex(value.substring(0, Math.min(MAX_HEADER, value.length())))) {
        return true;
      }
    }
    return false;
  }

  /** In one header a robot's name holds for all that follows it. */
  private static boolean forbidsIndex(String value) {
    boolean ours = true;
    for (String part : value.toLowerCase(Locale.ROOT).split(",")) {
      String directive = part.strip();
      int colon = directive.indexOf(':');
      if (colon > 0 && !WITH_VALUE.contains(directive.substring(0, colon).strip())) {
        ours = directive.substring(0, colon).strip().equals(PRODUCT);
        directive = directive.substring(colon + 1).strip();
      }
      if (ours && (directive.equals("noindex") || directive.equals("none"))) {
        return true;
      }
    }
    return false;
  }
}
