package costwire.extract.score;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Pairs extracted claims with gold ones and counts, by language and by measure. */
public final class Scoring {
  private final Map<String, Tally> byLanguage = new TreeMap<>();
  private final Map<String, Tally> byMeasure = new TreeMap<>();
  private final Row all = new Row();
  private final Reliability reliability = new Reliability();

  /** The row over everything, to be read from outside. */
  public static final class Row {
    private final Tally tally = new Tally();

    public double foundF1() {
      return tally.foundF1();
    }

    public double linkedF1() {
      return tally.linkedF1();
    }

    public double strictF1() {
      return tally.strictF1();
    }
  }

  /** A gold claim and an extracted one of the same amount, and how many attributes they share. */
  private record Pair(int gold, int got, double likeness, double distance) {}

  public Row all() {
    return all;
  }

  /** Scores one article. */
  public void add(String language, JsonNode goldClaims, List<Claim> extracted) {
    List<Gold> gold = new ArrayList<>();
    goldClaims.forEach(claim -> gold.add(new Gold(claim)));
    List<JsonNode> got = extracted.stream().map(Gold::json).toList();
    Set<Integer> hit = new HashSet<>();
    Set<Integer> used = new HashSet<>();
    for (Pair pair : pairs(gold, got)) {
      if (!hit.contains(pair.gold()) && !used.contains(pair.got())) {
        hit.add(pair.gold());
        used.add(pair.got());
        Gold expected = gold.get(pair.gold());
        if (!expected.isOptional()) {
          for (Tally tally : tallies(language, expected.measure())) {
            tally.matched(expected, got.get(pair.got()));
          }
          boolean linked = expected.accepts("company", got.get(pair.got()));
          reliability.add(extracted.get(pair.got()).confidence(), linked);
        }
      }
    }
    for (int i = 0; i < gold.size(); i++) {
      if (!hit.contains(i) && !gold.get(i).isOptional()) {
        tallies(language, gold.get(i).measure()).forEach(Tally::missed);
      }
    }
    for (int j = 0; j < got.size(); j++) {
      if (!used.contains(j)) {
        tallies(language, got.get(j).path("measure").asText()).forEach(Tally::falseAlarm);
        reliability.add(extracted.get(j).confidence(), false);
      }
    }
  }

  private List<Tally> tallies(String language, String measure) {
    return List.of(
        all.tally,
        byLanguage.computeIfAbsent(language, l -> new Tally()),
        byMeasure.computeIfAbsent(measure, m -> new Tally()));
  }

  /** The likest pairs first; of equally like ones those that stand at like places. */
  private static List<Pair> pairs(List<Gold> gold, List<JsonNode> got) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      for (int j = 0; j < got.size(); j++) {
        if (gold.get(i).finds(got.get(j))) {
          pairs.add(pair(i, j, gold, got));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::likeness).reversed().thenComparingDouble(Pair::distance));
    return pairs;
  }

  private static Pair pair(int i, int j, List<Gold> gold, List<JsonNode> got) {
    double likeness = gold.get(i).isOptional() ? -0.5 : 0;
    for (String attribute : Gold.ATTRIBUTES) {
      likeness += gold.get(i).accepts(attribute, got.get(j)) ? 1 : 0;
    }
    double distance = Math.abs((double) i / gold.size() - (double) j / got.size());
    return new Pair(i, j, likeness, distance);
  }

  /** A row a language, a row a measure, and the row over all; then how far confidence is kept. */
  public String table() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%-12s %5s %5s | %6s %6s %6s | %6s | %6s%n",
            "",
            "gold",
            "got",
            "P",
            "R",
            "F1",
            "linked",
            "strict"));
    byLanguage.forEach((name, tally) -> row(out, name, tally));
    byMeasure.forEach((name, tally) -> row(out, name, tally));
    row(out, "all", all.tally);
    return out.append(reliability.table()).toString();
  }

  private static void row(StringBuilder out, String name, Tally tally) {
    out.append(
        String.format(
            Locale.ROOT,
            "%-12s %5d %5d | %6.3f %6.3f %6.3f | %6.3f | %6.3f%n",
            name,
            tally.gold(),
            tally.got(),
            tally.precision(),
            tally.recall(),
            tally.foundF1(),
            tally.linkedF1(),
            tally.strictF1()));
  }
}
