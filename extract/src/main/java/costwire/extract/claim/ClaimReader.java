package costwire.extract.claim;

import costwire.extract.Measure;
import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.extract.catalogue.Chip;
import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.name.Kinship;
import costwire.extract.name.Parties;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks an article's sentences in reading order and drafts its claims. The body comes first: what a
 * headline leaves out is taken from where the body says it.
 */
public final class ClaimReader {
  /** F1 is highest where what is told is as likely right as half of that F1. */
  private static final double LEAST = 0.42;

  private final List<Passage> passages;
  private final Judge judge;
  private final Story story;
  private final Options options;
  private final Surroundings surroundings;

  public ClaimReader(List<Passage> passages, Parties parties, Judge judge) {
    this.passages = passages;
    this.judge = judge;
    List<List<Party>> named =
        Kinship.settled(passages, passages.stream().map(parties::in).toList());
    this.story = new Story(passages, named);
    this.options = new Options(story);
    this.surroundings = new Surroundings(passages, named);
  }

  /** The article's claims in order, the title's first. */
  public List<Draft> read() {
    for (int i = 0; i < passages.size(); i++) {
      if (!passages.get(i).inTitle()) {
        read(i, story.drafts());
      }
    }
    List<Draft> body = List.copyOf(story.drafts());
    List<Draft> all = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      if (passages.get(i).inTitle()) {
        read(i, all);
      }
    }
    all.replaceAll(title -> completed(title, body));
    all.addAll(body);
    return all;
  }

  private static Draft completed(Draft title, List<Draft> body) {
    return body.stream()
        .filter(draft -> draft.states(title.amount()))
        .findFirst()
        .map(title::completedBy)
        .orElse(title);
  }

  private void read(int index, List<Draft> drafts) {
    Passage passage = passages.get(index);
    for (Amount found : passage.amounts()) {
      if (found.quantity() != null) {
        Amount amount = found.per(Rates.of(passage.reading(), found));
        Draft draft = draft(index, amount, drafts);
        if (draft != null) {
          drafts.add(draft);
        }
      }
      if (!passage.inTitle()) {
        story.chip(found.chip());
      }
    }
  }

  private @Nullable Draft draft(int index, Amount amount, List<Draft> drafts) {
    Passage passage = passages.get(index);
    Located located = new Located(passage, amount);
    Features around = surroundings.of(index, amount);
    double score = judge.claim(located, told(around, amount, passage));
    if (score < LEAST) {
      return null;
    }
    String claimant =
        judge.choose(Judge.Question.SPEAKER, located, options.speakers(index, amount)).name();
    Judge.Choice owner =
        judge.choose(Judge.Question.OWNER, located, options.owners(index, amount, claimant));
    String company = owner.name();
    Scope scope = judge.scope(located, scopes(around, amount, passage, company));
    String model =
        judge
            .choose(Judge.Question.MODEL, located, options.models(index, amount, company, scope))
            .name();
    Stance stance = judge.stance(located, around);
    Chip chip = chip(passage, amount, scope);
    double confidence = score * owner.probability();
    return new Draft(passage, amount, chip, company, model, claimant, scope, stance, confidence);
  }

  /** What the article said of the same figure before, and of the figure before. */
  private Features told(Features around, Amount amount, Passage passage) {
    Features features = around.copy();
    String measure = amount.measure().name();
    boolean again = story.drafts().stream().anyMatch(draft -> draft.states(amount));
    features.add("again" + measure, again);
    Draft last = story.last();
    String before =
        last != null && last.passage().equals(passage) ? last.amount().measure().name() : "?";
    features.add("after" + before + measure);
    features.add("afterTitle" + measure, passage.inTitle() && again);
    return features;
  }

  private Features scopes(
      Features around, Amount amount, Passage passage, @Nullable String company) {
    Features features = around.copy();
    Draft last = story.last();
    if (last != null) {
      boolean same = last.passage().equals(passage);
      boolean owner = company != null && company.equals(last.company());
      String measure = amount.measure().name();
      features.add("after" + last.scope()).add("after" + last.scope() + measure + same);
      features.add("after" + last.scope() + owner + same);
    }
    story.drafts().stream()
        .filter(draft -> draft.states(amount))
        .findFirst()
        .ifPresent(draft -> features.add("again" + draft.scope()));
    return features;
  }

  private @Nullable Chip chip(Passage passage, Amount amount, Scope scope) {
    boolean mayName =
        switch (amount.measure()) {
          case CHIPS, DURATION -> false;
          case CHIP_HOURS -> true;
          case COST -> "chip-hour".equals(amount.per()) || scope == Scope.HARDWARE;
        };
    if (amount.chip() != null || !mayName) {
      return amount.chip();
    }
    Amount near = nearestChips(passage, amount);
    if (near != null) {
      return near.chip();
    }
    return amount.measure() == Measure.CHIP_HOURS || "chip-hour".equals(amount.per())
        ? story.chip()
        : null;
  }

  /** The counted or named chips nearest to an amount; null if the sentence has none. */
  private static @Nullable Amount nearestChips(Passage passage, Amount amount) {
    return passage.amounts().stream()
        .filter(other -> !other.equals(amount) && other.chip() != null)
        .min(
            Comparator.comparingInt(
                other ->
                    passage.gap(
                            amount.getStart(), amount.getEnd(), other.getStart(), other.getEnd())
                        + 4 * passage.clausesBetween(amount.getStart(), other.getStart())))
        .orElse(null);
  }
}
