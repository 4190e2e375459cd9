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
    Map<String, Amount> near = near(passage, amount);
    Features none = new Features().add("none").add("none" + measure).add("none" + measure + scope);
    none.add("noneAlone" + measure, near.isEmpty());
    List<Judge.Option> options = new ArrayList<>();
    Reports.Match match = story.reported(amount);
    options.add(new Judge.Option(null, none));
    near.entrySet().stream()
        .limit(MOST)
        .map(e -> new Judge.Option(e.getKey(), here(passage, amount, e.getValue(), measure, scope)))
        .forEach(options::add);
    Chip told = story.chip();
    if (told != null && options.stream().noneMatch(option -> told.id().equals(option.name()))) {
      boolean alone = options.size() == 1;
      options.add(
          new Judge.Option(told.id(), before(passage, amount, told, measure, scope, alone)));
    }
    options.forEach(
        option ->
            option.features().add("reported" + measure, match.chips().contains(option.name())));
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

  private Features before(
      Passage passage, Amount amount, Chip told, String measure, Scope scope, boolean alone) {
    Features features = new Features().add("before").add("before" + measure);
    features.add("before" + measure + scope).add("beforeRank" + told.rank() + measure);
    features.add("before" + measure + Anaphor.in(passage, amount));
    features.add("beforeAlone" + measure, alone);
    Draft last = story.last();
    boolean same = last != null && told.equals(last.chip());
    return features.add("beforeLast" + measure + same);
  }

  private Features here(Passage passage, Amount amount, Amount other, String measure, Scope scope) {
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
    Chip chip = other.chip();
    if (chip != null) {
      features.add("told", chip.equals(story.chip())).add("rank" + chip.rank());
    }
    return features;
  }

  /** The sentence's chips, the nearest first, each where it stands nearest. */
  private static Map<String, Amount> near(Passage passage, Amount amount) {
    Map<String, Amount> near = new LinkedHashMap<>();
    passage.amounts().stream()
        .filter(other -> !other.equals(amount))
        .sorted(
            Comparator.comparingInt(
                other -> Distance.weighed(passage, amount, other.getStart(), other.getEnd())))
        .forEach(other -> putChip(near, other));
    return near;
  }

  private static void putChip(Map<String, Amount> near, Amount other) {
    @Nullable Chip chip = other.chip();
    if (chip != null) {
      near.putIfAbsent(chip.id(), other);
    }
  }
}
