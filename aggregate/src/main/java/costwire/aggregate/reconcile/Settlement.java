package costwire.aggregate.reconcile;

import costwire.aggregate.Finding;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A ledger, and what was found wrong with it.
 *
 * @param ledger with the weights that the findings leave
 * @param findings in no order
 * @param struck ids of the claims that weigh nothing for what was found
 */
public record Settlement(Ledger ledger, List<Finding> findings, Set<String> struck) {
  public Settlement {
    findings = List.copyOf(findings);
    struck = Set.copyOf(struck);
  }

  static Settlement of(Ledger ledger) {
    return new Settlement(ledger, List.of(), Set.of());
  }

  /** The voices on the subject that are neither denied nor struck, revised ones among them. */
  List<Voice> told(Subject subject) {
    return ledger.on(subject).stream()
        .filter(voice -> voice.trust() > 0 && !struck.contains(voice.lead().id()))
        .toList();
  }

  /** This with more findings, whose claims weigh nothing. */
  Settlement striking(Set<String> claims, List<Finding> found) {
    Set<String> all = new HashSet<>(struck);
    all.addAll(claims);
    return new Settlement(ledger.striking(all), and(found), all);
  }

  /** This with more findings, whose claims keep a share of their weight. */
  Settlement lightening(Set<String> claims, double share, List<Finding> found) {
    return new Settlement(ledger.lightening(claims, share), and(found), struck);
  }

  private List<Finding> and(List<Finding> found) {
    List<Finding> both = new ArrayList<>(findings);
    both.addAll(found);
    return both;
  }
}
