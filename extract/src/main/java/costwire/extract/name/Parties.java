package costwire.extract.name;

import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Chip;
import costwire.extract.catalogue.Machine;
import costwire.extract.catalogue.Mention;
import costwire.extract.catalogue.Named;
import costwire.extract.catalogue.Organisation;
import costwire.extract.catalogue.Person;
import costwire.extract.entity.Amount;
import costwire.extract.learn.Learner;
import costwire.extract.lexicon.Cue;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * The names of an article that can be relied on. A weak name (Nature, R1, a surname) counts only
 * where the rest of the article supports it.
 */
public final class Parties {
  private final Map<Passage, List<Mention>> reliable = new HashMap<>();
  private final Set<Named> strong = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> organisations = new HashSet<>();

  /**
   * @param tagged what looks like a name in each passage
   */
  public Parties(
      List<Passage> passages,
      List<? extends List<? extends Span>> tagged,
      NameSorter sorter,
      Citation citation) {
    for (Passage passage : passages) {
      for (Mention mention : passage.mentions()) {
        boolean machine = mention.entry() instanceof Machine && passage.has(Cue.SITE);
        if (!mention.isWeak() || machine) {
          support(mention.entry());
        }
      }
    }
    Strangers strangers = Strangers.find(passages, tagged, sorter, citation);
    for (Passage passage : passages) {
      List<Mention> known = passage.mentions().stream().filter(m -> counts(m, passage)).toList();
      List<Mention> all = new ArrayList<>(known);
      strangers.in(passage).stream()
          .filter(stranger -> known.stream().noneMatch(stranger::intersects))
          .forEach(all::add);
      all.sort(Comparator.comparingInt(Mention::getStart));
      reliable.put(passage, List.copyOf(all));
    }
  }

  /**
   * Has the kinds of what looks like a name in an article learned.
   *
   * @param tagged what looks like a name in each passage
   * @param kinds what a name at a place is
   */
  public static void teach(
      Learner learner,
      List<Passage> passages,
      List<? extends List<? extends Span>> tagged,
      Function<Place, NameKind> kinds) {
    Strangers.teach(learner, passages, tagged, kinds);
  }

  /**
   * Has learned what the bearers of an article's names are called.
   *
   * @param tagged what looks like a name in each passage
   * @param known the name that is known to stand at a place; null for none
   * @param called whether somebody of a known name is called so
   */
  public static void teachCitations(
      Learner learner,
      List<Passage> passages,
      List<? extends List<? extends Span>> tagged,
      Function<Place, @Nullable NameSpan> known,
      BiPredicate<NameSpan, String> called) {
    Strangers.teachCitations(learner, passages, tagged, known, called);
  }

  private void support(Named entry) {
    strong.add(entry);
    if (entry instanceof Organisation organisation) {
      organisations.add(organisation.name());
    } else if (entry instanceof AiModel model && model.company() != null) {
      organisations.add(model.company());
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
    return entry instanceof Organisation && new Place(passage, mention).isQuoted();
  }

  /** The names of a sentence in order, those inside a chip's description left out. */
  public List<Party> in(Passage passage) {
    List<Party> parties = new ArrayList<>();
    for (Mention mention : reliable(passage)) {
      Party party = Party.of(mention);
      if (party != null && !isInsideChips(mention, passage)) {
        parties.add(party);
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

  private List<Mention> reliable(Passage passage) {
    return reliable.getOrDefault(passage, List.of());
  }
}
