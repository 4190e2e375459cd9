package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one line, sorted into voices by what they measure.
 *
 * @param voices by subject, in the order of the subjects' kinds
 * @param silent claims that enter no sum: planned, not in dollars, or beyond sense
 */
public record Ledger(Map<Subject, List<Voice>> voices, List<Claim> silent) {
  public static Ledger of(Roll roll) {
    Map<Subject, List<Telling>> tellings = new TreeMap<>(Ledger::compare);
    for (Telling telling : roll.tellings()) {
      tellings.computeIfAbsent(telling.subject(), s -> new ArrayList<>()).add(telling);
    }
    Map<Subject, List<Voice>> voices = new LinkedHashMap<>();
    tellings.forEach((subject, told) -> voices.put(subject, Voices.of(told)));
    return new Ledger(voices, roll.silent());
  }

  /** The voices on the subject, none if there are none. */
  public List<Voice> on(Subject subject) {
    return voices.getOrDefault(subject, List.of());
  }

  /** Those of them that weigh something. */
  public List<Voice> counting(Subject subject) {
    return on(subject).stream().filter(Voice::counts).toList();
  }

  /** Every voice, whatever it measures. */
  public List<Voice> all() {
    return voices.values().stream().flatMap(List::stream).toList();
  }

  private static int compare(Subject one, Subject other) {
    int kinds = one.kind().compareTo(other.kind());
    return kinds != 0 ? kinds : name(one.chip()).compareTo(name(other.chip()));
  }

  private static String name(@Nullable String chip) {
    return chip == null ? "" : chip;
  }
}
