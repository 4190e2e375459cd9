package costwire.aggregate.reconcile;

import costwire.aggregate.Finding;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.Reckoning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the run of one model cost, told as that of another of the company's: the figure is far above
 * the run's other figures, and more outlets tell it of the other model.
 */
final class ModelMixUps {
  private ModelMixUps() {}

  /**
   * The run's ledger without what belongs to another run: there it stands already.
   *
   * @param otherRuns the company's, by model; asked for only where a figure is far above others
   */
  static Settlement settle(
      Settlement before,
      @Nullable Reckoning implied,
      Supplier<SortedMap<String, Ledger>> otherRuns) {
    List<Voice> far = Outliers.above(before, implied);
    if (far.isEmpty()) {
      return before;
    }
    SortedMap<String, Ledger> others = otherRuns.get();
    List<Finding> findings = new ArrayList<>();
    Set<String> mixed = new HashSet<>();
    for (Voice voice : far) {
      String model = whose(voice, others);
      if (model != null) {
        findings.add(finding(voice, model));
        mixed.addAll(Tellers.ids(List.of(voice)));
      }
    }
    return before.striking(mixed, findings);
  }

  /** The first model, by name, of which more outlets tell the figure; null for none. */
  private static @Nullable String whose(Voice voice, SortedMap<String, Ledger> others) {
    long tellers = Tellers.count(List.of(voice));
    return others.entrySet().stream()
        .filter(
            other ->
                other.getValue().counting(Subject.DOLLARS).stream()
                    .filter(told -> Outliers.isOne(voice, told))
                    .anyMatch(told -> Tellers.count(List.of(told)) > tellers))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static Finding finding(Voice voice, String model) {
    String sentence =
        Wording.sum(voice.figure())
            + " is told of "
            + model
            + " by more outlets and is far above this run's other figures: it weighs nothing";
    return new Finding(Finding.Kind.MODEL_MIX_UP, sentence, Tellers.cited(List.of(voice)));
  }
}
