package costwire.extract.claim;

import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What part each organisation and person most likely plays in an article. */
final class Cast {
  /** Steps in which likelihoods are told. */
  private static final int STEPS = 6;

  private final Map<String, Casting.Odds> odds;
  private final Map<String, Integer> owners;
  private final Map<String, Integer> tellers;

  private Cast(Map<String, Casting.Odds> odds) {
    this.odds = odds;
    this.owners = ranks(Casting.Odds::owns);
    this.tellers = ranks(Casting.Odds::tells);
  }

  static Cast of(
      List<Passage> passages, List<List<Party>> parties, Profiles profiles, Casting casting) {
    Map<String, Casting.Odds> odds = new LinkedHashMap<>();
    Casting.candidates(passages, parties, profiles)
        .forEach((name, features) -> odds.put(name, casting.of(features)));
    return new Cast(odds);
  }

  private Map<String, Integer> ranks(ToDoubleFunction<Casting.Odds> part) {
    List<Map.Entry<String, Casting.Odds>> sorted =
        odds.entrySet().stream()
            .sorted(Comparator.comparingDouble(entry -> -part.applyAsDouble(entry.getValue())))
            .toList();
    Map<String, Integer> ranks = new HashMap<>();
    sorted.forEach(entry -> ranks.put(entry.getKey(), ranks.size()));
    return ranks;
  }

  /** How likely some of the compute is its own, 0 to 1. */
  double owns(String name) {
    Casting.Odds known = odds.get(name);
    return known == null ? 0 : known.owns();
  }

  /** How likely some of the figures stand on its word, 0 to 1. */
  double tells(String name) {
    Casting.Odds known = odds.get(name);
    return known == null ? 0 : known.tells();
  }

  /** How many others are likelier owners. */
  int ownerRank(String name) {
    return owners.getOrDefault(name, owners.size());
  }

  /** How many others are likelier sources. */
  int tellerRank(String name) {
    return tellers.getOrDefault(name, tellers.size());
  }

  /** A likelihood in steps, 0 to 5. */
  static int step(double likelihood) {
    return Math.min(STEPS - 1, (int) (likelihood * STEPS));
  }
}
