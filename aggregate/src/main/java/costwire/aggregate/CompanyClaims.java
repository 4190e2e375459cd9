package costwire.aggregate;

import costwire.aggregate.evidence.Ledger;
import costwire.extract.Claim;
import costwire.extract.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is said of one company, by line. */
final class CompanyClaims {
  private final String name;
  private final SortedMap<LineKey, List<Claim>> lines = new TreeMap<>();

  CompanyClaims(String companyId, Collection<Claim> claims) {
    this.name = name(companyId, claims);
    for (Claim claim : claims) {
      lines.computeIfAbsent(LineKey.of(claim), key -> new ArrayList<>()).add(claim);
    }
  }

  String name() {
    return name;
  }

  Set<LineKey> keys() {
    return Collections.unmodifiableSet(lines.keySet());
  }

  /** The line's claims, known by the moment; all of them where it is null. */
  List<Claim> claims(LineKey key, @Nullable Instant moment) {
    List<Claim> claims = lines.getOrDefault(key, List.of());
    return moment == null ? claims : Ledger.knownBy(claims, moment);
  }

  Ledger ledger(LineKey key, @Nullable Instant moment) {
    return Ledger.of(claims(key, moment), name);
  }

  /** Where a model's chips and hours may be told beside the line itself, likeliest first. */
  List<Ledger> neighbours(LineKey key, @Nullable Instant moment) {
    if (key.scope() != Scope.TRAINING_RUN) {
      return List.of();
    }
    return List.of(
        ledger(new LineKey(key.model(), Scope.UNSPECIFIED), moment),
        ledger(new LineKey(key.model(), Scope.HARDWARE), moment));
  }

  /** The name most used; the first in order of two alike. */
  private static String name(String companyId, Collection<Claim> claims) {
    Map<String, Integer> uses = new TreeMap<>();
    claims.stream()
        .map(Claim::company)
        .filter(Objects::nonNull)
        .forEach(company -> uses.merge(company, 1, Integer::sum));
    String name = companyId;
    int most = 0;
    for (Map.Entry<String, Integer> use : uses.entrySet()) {
      if (use.getValue() > most) {
        most = use.getValue();
        name = use.getKey();
      }
    }
    return name;
  }
}
