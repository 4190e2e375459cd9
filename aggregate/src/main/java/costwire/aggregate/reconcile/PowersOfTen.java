package costwire.aggregate.reconcile;

import costwire.aggregate.Finding;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.Reckoning;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One figure at two powers of ten: a comma was lost, or a million is a thousand. Three digits that
 * agree are no chance; the figure that fewer tell is the slip, or the one further from what chips
 * and hours imply where as many tell both.
 */
final class PowersOfTen {
  /** Nearer to the implied cost by a factor of three, in log10. */
  private static final double CLEARLY = 0.5;

  private final @Nullable Reckoning implied;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> struck = new HashSet<>();

  private PowersOfTen(@Nullable Reckoning implied) {
    this.implied = implied;
  }

  /** The ledger without the slips on the subjects. */
  static Settlement settle(
      Settlement before, Predicate<Subject> subjects, @Nullable Reckoning implied) {
    PowersOfTen powers = new PowersOfTen(implied);
    before.ledger().voices().keySet().stream()
        .filter(subjects)
        .forEach(subject -> powers.judgeAll(before.told(subject)));
    return before.striking(powers.struck, powers.findings);
  }

  private void judgeAll(List<Voice> voices) {
    Map<String, Map<BigInteger, SortedMap<BigDecimal, List<Voice>>>> units = new TreeMap<>();
    for (Voice voice : voices) {
      if (voice.figure().isFingerprint()) {
        BigDecimal told = voice.figure().told().stripTrailingZeros();
        units
            .computeIfAbsent(voice.figure().unit(), unit -> new TreeMap<>())
            .computeIfAbsent(told.unscaledValue(), digits -> new TreeMap<>())
            .computeIfAbsent(told, power -> new ArrayList<>())
            .add(voice);
      }
    }
    units.values().stream()
        .flatMap(digits -> digits.values().stream())
        .filter(powers -> powers.size() > 1)
        .forEach(powers -> judge(List.copyOf(powers.values())));
  }

  /** Voices that tell one figure at one power of ten, for each power. */
  private void judge(List<List<Voice>> powers) {
    long most = powers.stream().mapToLong(Tellers::count).max().orElse(0);
    List<List<Voice>> first = powers.stream().filter(p -> Tellers.count(p) == most).toList();
    List<Voice> right = first.size() == 1 ? first.get(0) : nearest(first);
    for (List<Voice> power : powers) {
      if (right == null && power != powers.get(0)) {
        undecided(powers.get(0), power);
      } else if (right != null && power != right) {
        String why = first.size() == 1 ? most + " tell that" : "chips and hours imply " + cost();
        slip(power, right, why);
      }
    }
  }

  private @Nullable List<Voice> nearest(List<List<Voice>> powers) {
    if (implied == null) {
      return null;
    }
    List<List<Voice>> sorted =
        powers.stream().sorted(Comparator.comparingDouble(this::distance)).toList();
    boolean clear = distance(sorted.get(1)) - distance(sorted.get(0)) > CLEARLY;
    return clear ? sorted.get(0) : null;
  }

  private double distance(List<Voice> power) {
    double centre = implied == null ? 0 : StrictMath.log10(implied.cost().best().doubleValue());
    return Math.abs(power.get(0).figure().logCentre() - centre);
  }

  private String cost() {
    return implied == null ? "" : "$" + Wording.rounded(implied.cost().best());
  }

  private void slip(List<Voice> slip, List<Voice> right, String why) {
    String sentence =
        String.format(
            Locale.ROOT,
            "%s has the digits of %s, and %s: a slip by a power of ten, which weighs nothing",
            told(slip),
            told(right),
            why);
    findings.add(new Finding(Finding.Kind.POWER_OF_TEN, sentence, Tellers.cited(slip)));
    struck.addAll(Tellers.ids(slip));
  }

  private void undecided(List<Voice> one, List<Voice> other) {
    String sentence =
        String.format(
            Locale.ROOT,
            "%s and %s are one figure at two powers of ten: which is the slip cannot be told",
            told(one),
            told(other));
    List<Voice> both = new ArrayList<>(one);
    both.addAll(other);
    findings.add(new Finding(Finding.Kind.POWER_OF_TEN_UNDECIDED, sentence, Tellers.cited(both)));
  }

  private static String told(List<Voice> voices) {
    return Wording.told(voices.get(0).figure());
  }
}
