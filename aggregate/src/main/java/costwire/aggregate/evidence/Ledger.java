package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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

  /**
   * The ledger as if the voices that tell these claims had never been heard; they stay in it and
   * weigh nothing.
   *
   * @param claims all ids of each such voice
   */
  public Ledger striking(Set<String> claims) {
    return claims.isEmpty() ? this : mapped(on -> Voices.without(claims, on));
  }

  /** The ledger with only a share of the weight on the voices that tell these claims. */
  public Ledger lightening(Set<String> claims, double share) {
    return mapped(
        on ->
            on.stream()
                .map(v -> claims.contains(v.lead().id()) ? v.weighing(v.weight() * share) : v)
                .toList());
  }

  private Ledger mapped(UnaryOperator<List<Voice>> change) {
    Map<Subject, List<Voice>> changed = new LinkedHashMap<>();
    voices.forEach((subject, on) -> changed.put(subject, change.apply(on)));
    return new Ledger(changed, silent);
  }

  private static int compare(Subject one, Subject other) {
    int kinds = one.kind().compareTo(other.kind());
    return kinds != 0 ? kinds : name(one.chip()).compareTo(name(other.chip()));
  }

  private static String name(@Nullable String chip) {
    return chip == null ? "" : chip;
  }
}
