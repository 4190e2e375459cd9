package costwire.extract.claim;

import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Chip;
import costwire.extract.catalogue.Machine;
import costwire.extract.catalogue.Mention;
import costwire.extract.catalogue.Named;
import costwire.extract.catalogue.Organisation;
import costwire.extract.catalogue.Person;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of an article that can be relied on. A weak name (Nature, R1, a surname) counts only
 * where the rest of the article supports it.
 */
final class Parties {
  private final Map<Passage, List<Mention>> reliable = new HashMap<>();
  private final Set<Named> strong = new HashSet<>();
  private final Set<String> organisations = new HashSet<>();
  private final Set<String> makers = new HashSet<>();

  Parties(List<Passage> passages) {
    for (Passage passage : passages) {
      for (Mention mention : passage.mentions()) {
        boolean machine = mention.entry() instanceof Machine && passage.has(Cue.SITE);
        if (!mention.isWeak() || machine) {
          support(mention.entry());
        }
      }
    }
    Strangers strangers = new Strangers(passages);
    for (Passage passage : passages) {
      List<Mention> known = passage.mentions().stream().filter(m -> counts(m, passage)).toList();
      List<Mention> all = new ArrayList<>(known);
      strangers.in(passage).stream()
          .filter(stranger -> known.stream().noneMatch(stranger::intersects))
          .forEach(all::add);
      reliable.put(passage, List.copyOf(all));
    }
  }

  private void support(Named entry) {
    strong.add(entry);
    if (entry instanceof Organisation organisation) {
      organisations.add(organisation.name());
    } else if (entry instanceof AiModel model && model.company() != null) {
      organisations.add(model.company());
      makers.add(model.company());
    } else if (entry instanceof Person person && person.of() != null) {
      organisations.add(person.of());
    }
  }

  private boolean counts(Mention mention, Passage passage) {
    Named entry = mention.entry();
    if (!mention.isWeak() || strong.contains(entry)) {
      return true;
    }
    if (entry instanceof AiModel model) {
      return model.company() != null && organisations.contains(model.company());
    }
    if (entry instanceof Machine machine) {
      return machine.company() != null && organisations.contains(machine.company());
    }
    return entry instanceof Organisation && isQuoted(mention, passage);
  }

  private static boolean isQuoted(Mention mention, Passage passage) {
    return mention.getStart() > 0
        && mention.getEnd() < passage.reading().size()
        && passage.reading().norm(mention.getStart() - 1).equals("\"")
        && passage.reading().norm(mention.getEnd()).equals("\"");
  }

  /** Organisations and people of a sentence, those inside a chip's description left out. */
  List<Party> in(Passage passage) {
    List<Party> parties = new ArrayList<>();
    for (Mention mention : reliable(passage)) {
      Party party = Party.of(mention);
      if (party != null && !isInsideChips(mention, passage)) {
        parties.add(makers.contains(party.name()) ? party.asOwner() : party);
      }
    }
    return parties;
  }

  private static boolean isInsideChips(Mention mention, Passage passage) {
    for (Amount amount : passage.amounts()) {
      Chip chip = amount.chip();
      if (chip != null && amount.intersects(mention)) {
        return true;
      }
    }
    return false;
  }

  List<Mention> reliable(Passage passage) {
    return reliable.getOrDefault(passage, List.of());
  }

  /** The model named nearest to the amount, a single one before a family; null if none is. */
  @Nullable AiModel modelNear(Passage passage, Amount amount) {
    AiModel nearest = null;
    double best = 0;
    for (Mention mention : reliable(passage)) {
      if (mention.entry() instanceof AiModel model) {
        double strength =
            Proximity.of(passage, amount, mention.getStart(), mention.getEnd())
                * (model.isFamily() ? 0.5 : 1);
        if (strength > best) {
          best = strength;
          nearest = model;
        }
      }
    }
    return nearest;
  }

  /** How strongly a model's or machine's nearest name speaks of the amount, 0 to 1. */
  double strengthOf(Named model, Passage passage, Amount amount) {
    return reliable(passage).stream()
        .filter(mention -> mention.entry().equals(model))
        .mapToDouble(m -> Proximity.of(passage, amount, m.getStart(), m.getEnd()))
        .max()
        .orElse(0);
  }

  /** The machine named nearest to the amount; null if none is. */
  @Nullable Machine machineNear(Passage passage, Amount amount) {
    Machine nearest = null;
    double best = 0;
    for (Mention mention : reliable(passage)) {
      if (mention.entry() instanceof Machine machine) {
        double strength = Proximity.of(passage, amount, mention.getStart(), mention.getEnd());
        if (strength > best) {
          best = strength;
          nearest = machine;
        }
      }
    }
    return nearest;
  }
}
