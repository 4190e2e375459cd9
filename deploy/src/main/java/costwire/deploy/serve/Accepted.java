package costwire.deploy.serve;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The media types that a client takes, by its header {@code Accept}. */
final class Accepted {
  private Accepted() {}

  /** Whether it takes one of them; whoever says nothing takes all. */
  static boolean any(@Nullable String accept, List<String> types) {
    return accept == null
        || accept.isBlank()
        || types.stream().anyMatch(type -> ranges(accept).anyMatch(range -> holds(range, type)));
  }

  /** Those not refused by a weight of nought. */
  private static Stream<String> ranges(String accept) {
    return Stream.of(accept.toLowerCase(Locale.ROOT).split(","))
        .filter(range -> !range.replace(" ", "").matches(".*;q=0(\\.0*)?"))
        .map(range -> range.split(";", 2)[0].strip());
  }

  private static boolean holds(String range, String type) {
    return range.equals("*/*")
        || range.equals(type)
        || (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1)));
  }
}
