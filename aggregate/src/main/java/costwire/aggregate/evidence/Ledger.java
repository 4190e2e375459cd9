package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
  /**
   * @param claims distinct and not retracted
   * @param company the name of the company that all are about
   */
  public static Ledger of(Collection<Claim> claims, String company) {
    Map<Subject, List<Telling>> tellings = new TreeMap<>(Ledger::compare);
    List<Claim> silent = new ArrayList<>();
    for (Claim claim : claims) {
      Subject subject = Subject.of(claim);
      Figure figure = subject == null ? null : Figure.of(claim, subject.kind());
      if (subject == null || figure == null) {
        silent.add(claim);
      } else {
        tellings
            .computeIfAbsent(subject, s -> new ArrayList<>())
            .add(new Telling(claim, figure, Speaker.of(claim, company)));
      }
    }
    Map<Subject, List<Voice>> voices = new LinkedHashMap<>();
    tellings.forEach((subject, told) -> voices.put(subject, Voices.of(told)));
    return new Ledger(voices, silent);
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

  /** The claims published by then; what bears no date cannot be shown to have been known. */
  public static List<Claim> knownBy(Collection<Claim> claims, Instant moment) {
    return claims.stream().filter(claim -> isKnownBy(claim, moment)).toList();
  }

  private static boolean isKnownBy(Claim claim, Instant moment) {
    Instant at = claim.publishedAt();
    return at != null && !at.isAfter(moment);
  }

  private static int compare(Subject one, Subject other) {
    int kinds = one.kind().compareTo(other.kind());
    return kinds != 0 ? kinds : name(one.chip()).compareTo(name(other.chip()));
  }

  private static String name(@Nullable String chip) {
    return chip == null ? "" : chip;
  }
}
