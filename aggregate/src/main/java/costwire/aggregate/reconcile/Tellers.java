package costwire.aggregate.reconcile;

import costwire.aggregate.evidence.Voice;
import costwire.extract.Claim;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who wrote a figure down. Two outlets that quote one source are one voice about what it cost, but
 * two witnesses of which figure the source gave; a copy of an article is none.
 */
final class Tellers {
  /** Ids that a finding carries at most. */
  static final int MOST_CLAIMS = 20;

  private Tellers() {}

  /** How many outlets have it of their own, at least one. */
  static long count(Collection<Voice> voices) {
    // Evidence bears the name of the outlet that was first to print it; copies have the original's.
    return claims(voices).map(Claim::publisher).distinct().count();
  }

  private static Stream<Claim> claims(Collection<Voice> voices) {
    return voices.stream().flatMap(voice -> voice.mentions().stream());
  }

  static Set<String> ids(Collection<Voice> voices) {
    return claims(voices).map(Claim::id).collect(Collectors.toSet());
  }

  /** The ids that a finding on the voices carries. */
  static List<String> cited(Collection<Voice> voices) {
    return ids(voices).stream().sorted().limit(MOST_CLAIMS).toList();
  }
}
