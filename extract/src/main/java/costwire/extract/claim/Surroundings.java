package costwire.extract.claim;

import costwire.extract.Measure;
import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.name.Party;
import costwire.extract.number.Quantity;
import costwire.extract.read.Passage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around an amount: in its sentence, before it and behind it, and in the headline. */
final class Surroundings {
  /** What tells kinds of money, machines and time apart. */
  private static final Set<Cue> TOPICS = EnumSet.range(Cue.TRAINING, Cue.TIMES);

  /** What tells scopes apart. */
  private static final Set<Cue> PURPOSES = EnumSet.range(Cue.TRAINING, Cue.HARDWARE);

  private final List<Passage> passages;
  private final List<List<Party>> parties;

  /**
   * @param parties the names of each passage
   */
  Surroundings(List<Passage> passages, List<List<Party>> parties) {
    this.passages = passages;
    this.parties = parties;
  }

  Features of(int index, Amount amount) {
    Passage passage = passages.get(index);
    Features features = new Features();
    String kind = amount.measure().name().substring(0, 2) + amount.measure().name().length();
    // A number that only may be one is weighed by other weights.
    String measure = amount.doubts().isEmpty() ? kind : kind + "?";
    for (String doubt : amount.doubts()) {
      features.key(measure + doubt);
    }
    features.add("m" + measure).add(measure + "title", passage.inTitle());
    itself(amount, measure, features);
    cues(passage, amount, measure, features);
    nearest(passage, amount, measure, features);
    amounts(passage, amount, measure, features);
    names(index, amount, measure, features);
    around(index, measure, features);
    return features;
  }

  private static void itself(Amount amount, String measure, Features features) {
    Quantity quantity = amount.quantity();
    features.add(measure + "per" + amount.per(), amount.per() != null);
    features.add(measure + "b" + amount.bound());
    if (quantity != null) {
      features.add(measure + "10^" + quantity.high().toBigInteger().toString().length());
    }
    if (amount.measure() == Measure.CHIPS) {
      features.add(amount.chip() == null ? "chip?" : "chip" + amount.chip().rank());
    }
  }

  private static void cues(Passage passage, Amount amount, String measure, Features features) {
    for (Cue cue : Cue.values()) {
      Mark nearest = nearest(passage, amount, cue);
      if (nearest == null) {
        continue;
      }
      int step = Distance.step(passage, amount, nearest.from(), nearest.to());
      int clauses = Distance.clauses(passage, amount, nearest.from());
      String side = Distance.side(amount, nearest.from());
      features.add("c" + cue).add(measure + "c" + cue);
      features.add(measure + "c" + cue + clauses);
      for (int reach : new int[] {0, 1, 3, 6, 10}) {
        if (step <= reach && clauses == 0) {
          features.add(measure + cue + "≤" + reach);
          features.add(measure + cue + side + reach, reach == 1 || reach == 6);
        }
      }
    }
  }

  private static @Nullable Mark nearest(Passage passage, Amount amount, Cue cue) {
    Mark nearest = null;
    int least = Integer.MAX_VALUE;
    for (Mark mark : passage.cues(cue)) {
      boolean outside = mark.to() <= amount.getStart() || mark.from() >= amount.getEnd();
      int distance = Distance.weighed(passage, amount, mark.from(), mark.to());
      if (outside && distance < least) {
        least = distance;
        nearest = mark;
      }
    }
    return nearest;
  }

  /** The topic that is named nearest, before the amount, behind it, and at all. */
  private static void nearest(Passage passage, Amount amount, String measure, Features features) {
    nearest(passage, amount, TOPICS, measure, features);
    nearest(passage, amount, PURPOSES, measure + "for", features);
  }

  private static void nearest(
      Passage passage, Amount amount, Set<Cue> topics, String prefix, Features features) {
    Cue before = null;
    Cue behind = null;
    int leastBefore = Integer.MAX_VALUE;
    int leastBehind = Integer.MAX_VALUE;
    for (Cue cue : topics) {
      for (Mark mark : passage.cues(cue)) {
        int distance = Distance.weighed(passage, amount, mark.from(), mark.to());
        if (mark.to() <= amount.getStart() && distance < leastBefore) {
          leastBefore = distance;
          before = cue;
        } else if (mark.from() >= amount.getEnd() && distance < leastBehind) {
          leastBehind = distance;
          behind = cue;
        }
      }
    }
    features.add(prefix + "before" + before).add(prefix + "behind" + behind);
    String next = prefix + "next" + (leastBefore <= leastBehind ? before : behind);
    int least = Math.min(leastBefore, leastBehind);
    features.add(next).add(next + "≤2", least <= 2).add(next + "≤5", least <= 5);
    features.add(prefix + "behind" + behind + "≤5", leastBehind <= 5);
    features.add(prefix + "between" + before + behind);
  }

  private static void amounts(Passage passage, Amount amount, String measure, Features features) {
    for (Amount other : passage.amounts()) {
      if (other.equals(amount)) {
        continue;
      }
      String kind = other.quantity() == null ? "chip" : other.measure().name();
      int step = Distance.step(passage, amount, other.getStart(), other.getEnd());
      int clauses = Distance.clauses(passage, amount, other.getStart());
      features.add(measure + "with" + kind);
      features.add(measure + "by" + kind + clauses, step <= 6);
      features.add(
          measure + "with" + kind + "10^",
          kind.equals("COST") && other.unit().equals(amount.unit()));
    }
  }

  private void names(int index, Amount amount, String measure, Features features) {
    Passage passage = passages.get(index);
    for (Party party : parties.get(index)) {
      int step = Distance.step(passage, amount, party.span().getStart(), party.span().getEnd());
      int clauses = Distance.clauses(passage, amount, party.span().getStart());
      String role = party.role().name() + ("family".equals(party.kind()) ? "F" : "");
      features.add(measure + role);
      features.add(measure + role + "by" + clauses, step <= 6);
      features.add(measure + party.kind(), party.role() == Party.Role.ORGANISATION);
    }
  }

  private void around(int index, String measure, Features features) {
    Passage passage = passages.get(index);
    if (!passage.inTitle()) {
      topics(index - 1, "-", measure, features);
      topics(index + 1, "+", measure, features);
    }
    int most = Math.min(Story.FARTHEST, passages.size());
    for (int i = 0; i < most && passages.get(i).inTitle(); i++) {
      topics(i, "t", measure, features);
    }
  }

  private void topics(int index, String where, String measure, Features features) {
    if (index < 0 || index >= passages.size()) {
      return;
    }
    Passage passage = passages.get(index);
    if (passage.inTitle() && !where.equals("t")) {
      return;
    }
    for (Cue cue : TOPICS) {
      features.add(where + measure + cue, passage.has(cue));
    }
    for (Cue cue : List.of(Cue.PLAN, Cue.DOUBT, Cue.DENIAL)) {
      features.add(where + cue, passage.has(cue));
      features.add(where + cue + "first", passage.cues(cue).stream().anyMatch(m -> m.from() < 5));
    }
    for (Amount other : passage.amounts()) {
      features.add(where + measure + "with" + other.measure());
    }
    boolean model = parties.get(index).stream().anyMatch(p -> p.role() == Party.Role.MODEL);
    features.add(where + measure + "model", model);
    boolean machine = parties.get(index).stream().anyMatch(p -> p.role() == Party.Role.MACHINE);
    features.add(where + measure + "machine", machine);
  }
}
