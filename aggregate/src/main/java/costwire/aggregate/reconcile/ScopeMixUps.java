package costwire.aggregate.reconcile;

import costwire.aggregate.Finding;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.Reckoning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a company paid for hardware, a site or a whole programme, told as the cost of one run: the
 * figure is one of theirs, and far above the run's other figures.
 */
final class ScopeMixUps {
  /** What such a figure keeps of its weight. */
  private static final double SHARE = 0.2;

  private ScopeMixUps() {}

  /**
   * The run's ledger with less weight on what belongs elsewhere.
   *
   * @param elsewhere the company's wider lines; asked for only where a figure is far above others
   */
  static Settlement settle(
      Settlement before, @Nullable Reckoning implied, Supplier<List<Ledger>> elsewhere) {
    List<Voice> far = Outliers.above(before, implied);
    if (far.isEmpty()) {
      return before;
    }
    List<Voice> wider =
        elsewhere.get().stream()
            .flatMap(other -> other.counting(Subject.DOLLARS).stream())
            .toList();
    List<Finding> findings = new ArrayList<>();
    Set<String> mixed = new HashSet<>();
    for (Voice voice : far) {
      if (wider.stream().anyMatch(other -> Outliers.isOne(voice, other))) {
        findings.add(finding(voice));
        mixed.addAll(Tellers.ids(List.of(voice)));
      }
    }
    return before.lightening(mixed, SHARE, findings);
  }

  private static Finding finding(Voice voice) {
    String sentence =
        Wording.sum(voice.figure())
            + " is told of the company's hardware or development too and is far above the run's"
            + " other figures: it weighs a fifth";
    return new Finding(Finding.Kind.SCOPE_MIX_UP, sentence, Tellers.cited(List.of(voice)));
  }
}
