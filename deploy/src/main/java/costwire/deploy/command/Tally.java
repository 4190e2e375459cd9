package costwire.deploy.command;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of a backfill, in numbers. */
final class Tally {
  /** Kinds of reasons told apart; a hostile file could make up any number. */
  private static final int MOST_KINDS = 12;

  private final Map<String, Long> reasons = new TreeMap<>();
  private long published;
  private long refused;
  private long earlier;

  void resume(long readings) {
    earlier = readings;
  }

  void publish() {
    published++;
  }

  void refuse(String reason) {
    refused++;
    String kind = kind(reason);
    boolean known = reasons.containsKey(kind) || reasons.size() < MOST_KINDS;
    reasons.merge(known ? kind : "other reasons", 1L, Long::sum);
  }

  /** A reason without what is particular to one case. */
  private static String kind(String reason) {
    int end = reason.length();
    for (String detail : new String[] {": ", " (", " \""}) {
      int at = reason.indexOf(detail);
      end = at > 0 ? Math.min(end, at) : end;
    }
    return reason.substring(0, Math.min(end, 80));
  }

  long published() {
    return published;
  }

  long refused() {
    return refused;
  }

  /** The last line, the commonest reason first. */
  @Override
  public String toString() {
    String why =
        reasons.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(reason -> reason.getValue() + " " + reason.getKey())
            .collect(Collectors.joining("; ", " (", ")"));
    return published
        + " articles published, "
        + refused
        + " refused"
        + (refused == 0 ? "" : why)
        + (earlier == 0 ? "" : "; " + earlier + " were done before");
  }
}
