package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order in which names are thought of: those beside the amount first. */
final class Nearest {
  private Nearest() {}

  static List<Party> first(Passage passage, Amount amount, List<Party> parties) {
    return parties.stream()
        .sorted(
            Comparator.comparingInt((Party party) -> Appearance.distance(passage, amount, party)))
        .toList();
  }

  static void add(Set<String> names, @Nullable String name) {
    if (name != null) {
      names.add(name);
    }
  }
}
