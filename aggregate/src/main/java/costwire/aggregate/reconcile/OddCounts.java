package costwire.aggregate.reconcile;

import costwire.aggregate.Finding;
import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A single run has one number of chips and one of hours. Where several outlets agree on it, the one
 * that has another has misread it. Elsewhere counts differ because they grow.
 */
final class OddCounts {
  /** Counts within a tenth of each other are one count, rounded. */
  private static final double ONE_COUNT = 0.0414;

  private static final int SEVERAL = 2;

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> struck = new HashSet<>();

  private OddCounts() {}

  /** The ledger of a single run without its odd counts. */
  static Settlement settle(Settlement before) {
    OddCounts odd = new OddCounts();
    odd.judgeChips(before);
    odd.judge(before.told(Subject.HOURS));
    return before.striking(odd.struck, odd.findings);
  }

  /** Chips of no name are those that the others name, where they name only one. */
  private void judgeChips(Settlement before) {
    List<Subject> chips =
        before.ledger().voices().keySet().stream()
            .filter(s -> s.kind() == Subject.Kind.CHIPS)
            .toList();
    if (chips.stream().filter(subject -> subject.chip() != null).count() == 1) {
      judge(chips.stream().flatMap(subject -> before.told(subject).stream()).toList());
    } else {
      chips.forEach(subject -> judge(before.told(subject)));
    }
  }

  private void judge(List<Voice> voices) {
    List<List<Voice>> counts = counts(voices);
    List<List<Voice>> agreed =
        counts.stream().filter(count -> Tellers.count(count) >= SEVERAL).toList();
    if (agreed.size() == 1) {
      counts.stream()
          .filter(count -> count != agreed.get(0))
          .forEach(count -> strike(count, agreed.get(0)));
    }
  }

  /** The voices that tell one count, for each count, the least first. */
  private static List<List<Voice>> counts(List<Voice> voices) {
    List<Voice> sorted =
        voices.stream()
            .filter(voice -> voice.figure().shape() == Figure.Shape.POINT)
            .sorted(
                Comparator.<Voice>comparingDouble(voice -> voice.figure().logCentre())
                    .thenComparing(voice -> voice.lead().id()))
            .toList();
    List<List<Voice>> counts = new ArrayList<>();
    double before = Double.NEGATIVE_INFINITY;
    for (Voice voice : sorted) {
      if (voice.figure().logCentre() - before > ONE_COUNT) {
        counts.add(new ArrayList<>());
      }
      counts.get(counts.size() - 1).add(voice);
      before = voice.figure().logCentre();
    }
    return counts;
  }

  private void strike(List<Voice> odd, List<Voice> agreed) {
    String sentence =
        String.format(
            Locale.ROOT,
            "%s are told once, %s by %d: the odd count weighs nothing",
            Wording.told(odd.get(0).figure()),
            Wording.told(agreed.get(0).figure()),
            Tellers.count(agreed));
    findings.add(new Finding(Finding.Kind.ODD_COUNT, sentence, Tellers.cited(odd)));
    struck.addAll(Tellers.ids(odd));
  }
}
