package costwire.extract.claim;

import costwire.extract.Scope;
import costwire.extract.catalogue.Chip;
import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays out which chips may be meant where an amount does not name its own. */
final class ChipOptions {
  private static final int MOST = 6;

  private final Story story;

  ChipOptions(Story story) {
    this.story = story;
  }

  /** The chips by their ids; null for none. */
  List<Judge.Option> of(int index, Amount amount, Scope scope) {
    Passage passage = story.passage(index);
    String measure = amount.measure() + (amount.per() == null ? "" : amount.per());
    List<Judge.Option> options = new ArrayList<>();
    Features none = new Features().add("none").add("none" + measure).add("none" + measure + scope);
    none.add("noneAlone" + measure, near(passage, amount).isEmpty());
    options.add(new Judge.Option(null, none));
    near(passage, amount).values().stream()
        .limit(MOST)
        .forEach(
            other -> {
              Chip chip = other.chip();
              if (chip != null) {
                Features features = here(passage, amount, other, measure, scope);
                features.add("told", chip.equals(story.chip()));
                options.add(new Judge.Option(chip.id(), features.add("rank" + chip.rank())));
              }
            });
    Chip told = story.chip();
    if (told != null && options.stream().noneMatch(option -> told.id().equals(option.name()))) {
      Features features = new Features().add("before").add("before" + measure);
      features.add("before" + measure + scope).add("beforeRank" + told.rank() + measure);
      features.add("before" + measure + Anaphor.in(passage, amount));
      features.add("beforeAlone" + measure, options.size() == 1);
      Draft last = story.last();
      boolean same = last != null && told.equals(last.chip());
      features.add("beforeLast" + measure + same);
      options.add(new Judge.Option(told.id(), features));
    }
    return options;
  }

  /** The chip of an option's id; null for none. */
  @Nullable Chip named(int index, @Nullable String id) {
    Chip told = story.chip();
    if (told != null && told.id().equals(id)) {
      return told;
    }
    return story.passage(index).amounts().stream()
        .map(Amount::chip)
        .filter(chip -> chip != null && chip.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  private static Features here(
      Passage passage, Amount amount, Amount other, String measure, Scope scope) {
    Features features = new Features().add("here").add("here" + measure + scope);
    int step = Distance.step(passage, amount, other.getStart(), other.getEnd());
    int clauses = Distance.clauses(passage, amount, other.getStart());
    String side = Distance.side(amount, other.getStart());
    String counted = other.quantity() == null ? "named" : "counted";
    features.add(measure + step).add(measure + side + step).add(measure + "|" + clauses);
    features.add(measure + scope + "|" + clauses).add(measure + counted + "|" + clauses);
    features.add(measure + side + counted + step);
    for (Cue cue : List.of(Cue.PURCHASE, Cue.RENT, Cue.HARDWARE, Cue.COST, Cue.TRAINING)) {
      features.add(measure + cue, passage.has(cue));
    }
    return features;
  }

  /** The sentence's chips, the nearest first, each where it stands nearest. */
  private static Map<String, Amount> near(Passage passage, Amount amount) {
    Map<String, Amount> near = new LinkedHashMap<>();
    passage.amounts().stream()
        .filter(other -> !other.equals(amount))
        .sorted(Comparator.comparingInt((Amount other) -> distance(passage, amount, other)))
        .forEach(other -> putChip(near, other));
    return near;
  }

  private static void putChip(Map<String, Amount> near, Amount other) {
    @Nullable Chip chip = other.chip();
    if (chip != null) {
      near.putIfAbsent(chip.id(), other);
    }
  }

  private static int distance(Passage passage, Amount amount, Amount other) {
    return passage.gap(amount.getStart(), amount.getEnd(), other.getStart(), other.getEnd())
        + 4 * passage.clausesBetween(amount.getStart(), other.getStart());
  }
}
