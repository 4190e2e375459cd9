package costwire.aggregate.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sorts tellings of one subject into independent voices. A function of the set, not its order. */
final class Voices {
  /** Two currencies in one sentence may be converted at rates this far apart (in log10). */
  private static final double ONE_SUM = 0.1;

  private static final double REACH = 0.05;

  private final List<Cluster> clusters = new ArrayList<>();
  private final NavigableMap<Double, List<Cluster>> byAmount = new TreeMap<>();
  private final Map<Speaker, List<Cluster>> bySpeaker = new HashMap<>();
  private final Map<String, List<Cluster>> dollarsBySentence = new HashMap<>();

  private Voices() {}

  /**
   * The voices, each with its weight.
   *
   * @param tellings in the order of {@link Telling#FULLEST_FIRST}
   */
  static List<Voice> of(List<Telling> tellings) {
    Voices voices = new Voices();
    tellings.forEach(voices::place);
    return weighed(voices.clusters.stream().map(Cluster::voice).toList());
  }

  /** The voices, weighed anew as if those that tell the claims had never been heard. */
  static List<Voice> without(Set<String> claims, List<Voice> voices) {
    return weighed(
        voices.stream()
            .map(v -> v.weighing(claims.contains(v.lead().id()) ? 0 : v.trust()))
            .toList());
  }

  private void place(Telling telling) {
    Cluster home = sameSum(telling);
    home = home == null ? nearest(telling, cluster -> cluster.isToldBy(telling)) : home;
    home = home == null ? nearest(telling, cluster -> cluster.isCopiedBy(telling)) : home;
    home = home == null ? fuller(telling) : home;
    if (home == null) {
      home = found(telling);
    } else {
      home.add(telling);
    }
    if (telling.claim().unit().equals("USD")) {
      dollarsBySentence.computeIfAbsent(telling.sentence(), s -> new ArrayList<>()).add(home);
    }
  }

  private Cluster found(Telling telling) {
    Cluster cluster = new Cluster(telling);
    clusters.add(cluster);
    byAmount.computeIfAbsent(telling.figure().logCentre(), x -> new ArrayList<>()).add(cluster);
    bySpeaker.computeIfAbsent(telling.speaker(), s -> new ArrayList<>()).add(cluster);
    return cluster;
  }

  /** One billion yuan ($139 million): the dollars speak for both. */
  private @Nullable Cluster sameSum(Telling telling) {
    if (!telling.isConverted()) {
      return null;
    }
    double amount = telling.figure().logCentre();
    return dollarsBySentence.getOrDefault(telling.sentence(), List.of()).stream()
        .filter(cluster -> Math.abs(cluster.figure().logCentre() - amount) <= ONE_SUM)
        .findFirst()
        .orElse(null);
  }

  /** The nearest cluster whose figure this repeats; the older of two that are as near. */
  private @Nullable Cluster nearest(Telling telling, Predicate<Cluster> repeats) {
    double amount = telling.figure().logCentre();
    Cluster nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (List<Cluster> at : byAmount.subMap(amount - REACH, amount + REACH).values()) {
      for (Cluster cluster : at) {
        double distance = Math.abs(cluster.figure().logCentre() - amount);
        if (distance < least && repeats.test(cluster)) {
          nearest = cluster;
          least = distance;
        }
      }
    }
    return nearest;
  }

  /** A bound that the same source's own figure satisfies says nothing more. */
  private @Nullable Cluster fuller(Telling telling) {
    if (telling.figure().shape() == Figure.Shape.POINT) {
      return null;
    }
    return bySpeaker.getOrDefault(telling.speaker(), List.of()).stream()
        .filter(cluster -> cluster.figure().satisfies(telling.figure()))
        .findFirst()
        .orElse(null);
  }

  /** A source stands by what it said on the last day it said anything new, shared equally. */
  private static List<Voice> weighed(List<Voice> voices) {
    Map<Speaker, LocalDate> lastWord = new HashMap<>();
    for (Voice voice : voices) {
      LocalDate day = day(voice.firstAt());
      if (day != null && voice.counts()) {
        lastWord.merge(voice.speaker(), day, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    Map<Speaker, Integer> standing = new HashMap<>();
    for (Voice voice : voices) {
      if (voice.counts() && stands(voice, lastWord)) {
        standing.merge(voice.speaker(), 1, Integer::sum);
      }
    }
    return voices.stream()
        .map(
            voice ->
                voice.counts() && stands(voice, lastWord)
                    ? voice.weighing(voice.trust() / standing.getOrDefault(voice.speaker(), 1))
                    : voice.weighing(0))
        .toList();
  }

  /** What bears no date cannot be shown to be revised. */
  private static boolean stands(Voice voice, Map<Speaker, LocalDate> lastWord) {
    LocalDate day = day(voice.firstAt());
    LocalDate last = lastWord.get(voice.speaker());
    return day == null || last == null || !day.isBefore(last);
  }

  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
