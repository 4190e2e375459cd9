package costwire.ingest;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Hosts of one owner. */
public final class Site {
  private static final int MAX_LABELS = 50;

  private Site() {}

  /**
   * The domain that a host's owner registered, by the list of public suffixes: {@code bbc.co.uk} of
   * {@code feeds.bbc.co.uk}; of a suffix that is not in the list, the last two labels. An address
   * of numbers stands for itself.
   */
  public static String of(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    String domain = EffectiveTldFinder.getAssignedDomain(name, true, false);
    if (domain != null || isNumeric(name)) {
      return domain == null ? name : domain;
    }
    List<String> labels = Arrays.asList(name.split("\\.", MAX_LABELS));
    return String.join(".", labels.subList(Math.max(0, labels.size() - 2), labels.size()));
  }

  private static boolean isNumeric(String host) {
    return host.matches(".*[0-9\\]]");
  }
}
