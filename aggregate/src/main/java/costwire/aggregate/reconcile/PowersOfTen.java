package costwire.aggregate.reconcile;

import costwire.aggregate.Finding;
import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.Reckoning;
import costwire.aggregate.reconcile.Readings.Verdict;
import costwire.extract.Claim;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One figure at two powers of ten: a comma was lost, or a million is a thousand. Three digits that
 * agree are no chance; two are none where one claimant is said to have told both, or where chips
 * and hours imply one of them.
 */
final class PowersOfTen {
  private static final int FEWEST_DIGITS = 2;
  private static final MathContext LEADING = new MathContext(FEWEST_DIGITS, RoundingMode.HALF_UP);

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
    alike(voices.stream().filter(voice -> voice.figure().isFingerprint()).toList())
        .forEach(this::judge);
    alike(voices.stream().filter(this::isLeft).toList())
        .filter(powers -> powers.stream().flatMap(List::stream).anyMatch(PowersOfTen::isCoarse))
        .forEach(this::judgeCoarse);
  }

  private boolean isLeft(Voice voice) {
    return voice.figure().shape() == Figure.Shape.POINT
        && voice.figure().digits() >= FEWEST_DIGITS
        && !struck.contains(voice.lead().id());
  }

  private static boolean isCoarse(Voice voice) {
    return !voice.figure().isFingerprint();
  }

  /** The voices that tell one figure at each power of ten, for each figure at several. */
  private static Stream<List<List<Voice>>> alike(List<Voice> voices) {
    Map<String, SortedMap<BigDecimal, List<Voice>>> figures = new TreeMap<>();
    for (Voice voice : voices) {
      BigDecimal leading = voice.figure().told().round(LEADING).stripTrailingZeros();
      figures
          .computeIfAbsent(
              voice.figure().unit() + " " + leading.unscaledValue(), figure -> new TreeMap<>())
          .computeIfAbsent(leading, power -> new ArrayList<>())
          .add(voice);
    }
    return figures.values().stream()
        .filter(powers -> powers.size() > 1)
        .map(powers -> agreeing(List.copyOf(powers.values())))
        .filter(powers -> powers.size() > 1);
  }

  /** Those whose digits, as far as both are told, are those of one at another power. */
  private static List<List<Voice>> agreeing(List<List<Voice>> powers) {
    return powers.stream()
        .map(
            power ->
                power.stream()
                    .filter(
                        voice ->
                            powers.stream()
                                .filter(other -> other != power)
                                .flatMap(List::stream)
                                .anyMatch(other -> agree(voice.figure(), other.figure())))
                    .toList())
        .filter(power -> !power.isEmpty())
        .toList();
  }

  private static boolean agree(Figure one, Figure other) {
    int digits = Math.min(one.digits(), other.digits());
    return leading(one, digits).equals(leading(other, digits));
  }

  private static BigInteger leading(Figure figure, int digits) {
    return figure
        .told()
        .round(new MathContext(digits, RoundingMode.HALF_UP))
        .stripTrailingZeros()
        .unscaledValue();
  }

  private void judge(List<List<Voice>> powers) {
    settle(powers, new Readings(powers, implied).likelier());
  }

  private void judgeCoarse(List<List<Voice>> powers) {
    Readings readings = new Readings(powers, implied);
    Verdict verdict = readings.byImplied();
    if (verdict != null && readings.isImplied(verdict.right())) {
      settle(powers, verdict);
    } else if (isOneClaimants(powers)) {
      settle(powers, readings.likelier());
    }
  }

  /** Whether one claimant is said to have told all of them, and not in one article. */
  private static boolean isOneClaimants(List<List<Voice>> powers) {
    boolean one = powers.stream().flatMap(List::stream).map(Voice::speaker).distinct().count() == 1;
    return one
        && powers.get(0).get(0).speaker().isNamed()
        && Collections.disjoint(articles(powers.get(0)), articles(powers.get(1)));
  }

  private static Set<String> articles(List<Voice> voices) {
    return voices.stream()
        .flatMap(voice -> voice.mentions().stream())
        .map(Claim::articleId)
        .collect(Collectors.toSet());
  }

  private void settle(List<List<Voice>> powers, @Nullable Verdict verdict) {
    for (List<Voice> power : powers) {
      if (verdict == null && power != powers.get(0)) {
        undecided(powers.get(0), power);
      } else if (verdict != null && power != verdict.right()) {
        slip(power, verdict);
      }
    }
  }

  private void slip(List<Voice> slip, Verdict verdict) {
    String sentence =
        String.format(
            Locale.ROOT,
            "%s has the digits of %s, and %s: a slip by a power of ten, which weighs nothing",
            told(slip),
            told(verdict.right()),
            verdict.why());
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
