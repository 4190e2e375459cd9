package costwire.aggregate.reconcile;

import costwire.aggregate.Finding;
import costwire.aggregate.evidence.Apposition;
import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.Reckoning;
import costwire.aggregate.posterior.Percentiles;
import costwire.aggregate.reconcile.Readings.Verdict;
import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sum in two currencies that does not convert: "1bn yuan ($1.39bn)". What more outlets tell is
 * right, else what chips and hours imply; where neither tells, both count half.
 */
final class Conversions {
  /** A factor of two: more than any official rate is off from the street's, or a year's mean. */
  private static final double ANY_RATE = 0.30103;

  private static final double SHARE = 0.5;

  private final @Nullable Reckoning implied;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> struck = new HashSet<>();
  private final Set<String> halved = new HashSet<>();

  private Conversions(@Nullable Reckoning implied) {
    this.implied = implied;
  }

  /** The ledger with what its misfits leave of the weights. */
  static Settlement settle(Settlement before, @Nullable Reckoning implied) {
    Conversions conversions = new Conversions(implied);
    conversions.judgeAll(before.told(Subject.DOLLARS));
    return before
        .striking(conversions.struck, conversions.findings)
        .lightening(conversions.halved, SHARE, List.of());
  }

  private void judgeAll(List<Voice> voices) {
    Map<List<@Nullable String>, Voice> dollars = new HashMap<>();
    for (Voice voice : voices) {
      voice.mentions().stream()
          .filter(claim -> claim.unit().equals("USD"))
          .forEach(claim -> dollars.put(key(claim), voice));
    }
    Set<List<Voice>> judged = new HashSet<>();
    for (Voice voice : voices) {
      voice.mentions().stream()
          .filter(Apposition::isOneSum)
          .map(claim -> dollars.get(key(claim)))
          .filter(Objects::nonNull)
          .filter(sum -> isMisfit(voice.figure(), sum.figure()))
          .filter(sum -> judged.add(List.of(voice, sum)))
          .forEach(sum -> judge(voice, sum));
    }
  }

  /** A sum in dollars that an outlet prints on the word of one source. */
  private static List<@Nullable String> key(Claim claim) {
    return Arrays.asList(claim.claimant(), claim.publisher(), claim.sentence());
  }

  private static boolean isMisfit(Figure converted, Figure dollars) {
    return converted.shape() == Figure.Shape.POINT
        && dollars.shape() == Figure.Shape.POINT
        && Math.abs(converted.logCentre() - dollars.logCentre()) > ANY_RATE;
  }

  private void judge(Voice converted, Voice dollars) {
    List<Voice> one = List.of(converted);
    List<Voice> other = List.of(dollars);
    Verdict verdict = new Readings(List.of(one, other), implied).likelier();
    List<Voice> both = List.of(converted, dollars);
    if (verdict == null) {
      halved.add(converted.lead().id());
      halved.add(dollars.lead().id());
      say(converted, dollars, "which is wrong cannot be told, and both weigh half", both);
    } else {
      List<Voice> wrong = verdict.right() == one ? other : one;
      struck.addAll(Tellers.ids(wrong));
      String right = Wording.told(verdict.right().get(0).figure());
      say(converted, dollars, right + " stands, as " + verdict.why(), both);
    }
  }

  private void say(Voice converted, Voice dollars, String verdict, List<Voice> both) {
    String sentence =
        String.format(
            Locale.ROOT,
            "%s and %s are told as one sum, but the one is about %s: %s",
            Wording.told(converted.figure()),
            Wording.told(dollars.figure()),
            Wording.dollars(Percentiles.amount(converted.figure().logCentre())),
            verdict);
    findings.add(new Finding(Finding.Kind.CONVERSION_MISFIT, sentence, Tellers.cited(both)));
  }
}
