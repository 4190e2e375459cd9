package costwire.aggregate;

import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Roll;
import costwire.aggregate.evidence.Stories;
import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is said of one company, by line. */
final class CompanyClaims {
  private static final Set<Scope> WIDER =
      EnumSet.of(Scope.HARDWARE, Scope.INFRASTRUCTURE, Scope.DEVELOPMENT);

  private final String name;
  private final SortedMap<LineKey, List<Claim>> lines = new TreeMap<>();
  private final Stories stories;
  private final Map<LineKey, Roll> rolls = new HashMap<>();
  private final Map<LineKey, List<Roll>> runs = new HashMap<>();

  CompanyClaims(String companyId, Collection<Claim> claims) {
    this.name = name(companyId, claims);
    this.stories = Stories.of(claims);
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

  List<Claim> claims(LineKey key) {
    return lines.getOrDefault(key, List.of());
  }

  /** The line's voices as they stood at the moment; as they stand where it is null. */
  Ledger ledger(LineKey key, @Nullable Instant moment) {
    Roll roll = rolls.computeIfAbsent(key, line -> Roll.of(claims(line), name, stories));
    return Ledger.of(roll.knownBy(moment));
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

  /** The lines on more than one run: hardware, sites, programmes. */
  List<Ledger> beyondRuns(@Nullable Instant moment) {
    return lines.keySet().stream()
        .filter(key -> WIDER.contains(key.scope()))
        .map(key -> ledger(key, moment))
        .toList();
  }

  /**
   * The articles that tell of a run's chip-hours, or of its chips and its hours; oldest first, the
   * undated last. What an article says of no model goes with the only one that it speaks of.
   */
  List<Roll> runs(LineKey key) {
    return runs.computeIfAbsent(key, this::read);
  }

  private List<Roll> read(LineKey key) {
    Map<String, List<Claim>> articles = new TreeMap<>();
    Stream.concat(claims(key).stream(), loose(key))
        .forEach(c -> articles.computeIfAbsent(c.articleId(), a -> new ArrayList<>()).add(c));
    return articles.values().stream()
        .filter(CompanyClaims::tellsOfARun)
        .sorted(
            Comparator.<List<Claim>, @Nullable Instant>comparing(
                article -> article.get(0).publishedAt(),
                Comparator.nullsLast(Comparator.naturalOrder())))
        .map(article -> Roll.of(article, name, stories))
        .toList();
  }

  /** What the model's articles say of no model, where they speak of no other in the scope. */
  private Stream<Claim> loose(LineKey key) {
    if (key.model() == null) {
      return Stream.empty();
    }
    Set<String> own = articles(key);
    lines.keySet().stream()
        .filter(other -> other.model() != null && other.scope() == key.scope())
        .filter(other -> !other.equals(key))
        .forEach(other -> own.removeAll(articles(other)));
    return claims(new LineKey(null, key.scope())).stream()
        .filter(claim -> own.contains(claim.articleId()));
  }

  private Set<String> articles(LineKey key) {
    return claims(key).stream()
        .map(Claim::articleId)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean tellsOfARun(List<Claim> article) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    article.forEach(claim -> measures.add(claim.measure()));
    return measures.contains(Measure.CHIP_HOURS)
        || (measures.contains(Measure.CHIPS) && measures.contains(Measure.DURATION));
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
