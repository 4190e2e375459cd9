package costwire.extract.name;

import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose models, machines and people are, where no catalogue knows: the organisation's that
 * the article names beside them most.
 */
public final class Kinship {
  /** Words at which an organisation counts half. */
  private static final double HALF = 6;

  /** What an organisation of the sentence before counts. */
  private static final double BEFORE = 0.2;

  /**
   * What one beside a person counts that only speaks of others: an outlet, say, is not believed.
   */
  private static final double LEAST = 0.15;

  private Kinship() {}

  /** The names of each passage, each with its organisation as far as one can be found. */
  public static List<List<Party>> settled(List<Passage> passages, Parties reliable) {
    List<List<Party>> parties = passages.stream().map(reliable::in).toList();
    Map<String, Map<String, Double>> evidence = new HashMap<>();
    for (int i = 0; i < passages.size(); i++) {
      for (Party orphan : parties.get(i)) {
        if (orphan.company() == null) {
          Map<String, Double> of =
              evidence.computeIfAbsent(key(orphan), name -> new LinkedHashMap<>());
          weigh(passages.get(i), orphan, parties.get(i), of);
          if (i > 0 && !passages.get(i).inTitle()) {
            for (Party before : parties.get(i - 1)) {
              if (before.role() == Party.Role.ORGANISATION) {
                of.merge(before.name(), BEFORE, Double::sum);
              }
            }
          }
        }
      }
    }
    List<List<Party>> settled = new ArrayList<>(parties.size());
    for (List<Party> named : parties) {
      settled.add(named.stream().map(party -> adopted(party, evidence)).toList());
    }
    return settled;
  }

  private static String key(Party party) {
    return party.role() + party.name();
  }

  private static void weigh(
      Passage passage, Party orphan, List<Party> named, Map<String, Double> evidence) {
    for (Party party : named) {
      if (party.role() == Party.Role.ORGANISATION) {
        int gap =
            passage.gap(
                    orphan.span().getStart(),
                    orphan.span().getEnd(),
                    party.span().getStart(),
                    party.span().getEnd())
                + 3 * passage.clausesBetween(orphan.span().getStart(), party.span().getStart());
        evidence.merge(party.name(), HALF / (HALF + gap), Double::sum);
      }
    }
  }

  private static Party adopted(Party party, Map<String, Map<String, Double>> evidence) {
    String best = party.company() != null ? null : best(evidence.get(key(party)));
    return best == null ? party : party.of(best);
  }

  private static @Nullable String best(@Nullable Map<String, Double> evidence) {
    String best = null;
    double most = LEAST;
    for (Map.Entry<String, Double> organisation :
        evidence == null ? List.<Map.Entry<String, Double>>of() : evidence.entrySet()) {
      if (organisation.getValue() > most) {
        most = organisation.getValue();
        best = organisation.getKey();
      }
    }
    return best;
  }
}
