package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which claims are heard at all. */
public final class Admission {
  private Admission() {}

  /**
   * The claims that are known by the moment and were never taken back, each once, by id.
   *
   * @param asOf null: whenever they were published
   */
  public static Collection<Claim> of(Collection<Claim> claims, @Nullable Instant asOf) {
    Set<String> retracted = new HashSet<>();
    Map<String, Claim> heard = new TreeMap<>();
    for (Claim claim : claims) {
      if (claim.retracted()) {
        retracted.add(claim.id());
      } else {
        heard.merge(claim.id(), claim, Admission::lesser);
      }
    }
    heard.keySet().removeAll(retracted);
    if (asOf != null) {
      heard.values().removeIf(claim -> !Roll.isKnownBy(claim, asOf));
    }
    return heard.values();
  }

  /** Two readings under one id should be one; if they are not, any fixed choice will do. */
  private static Claim lesser(Claim one, Claim other) {
    return one.toString().compareTo(other.toString()) <= 0 ? one : other;
  }
}
