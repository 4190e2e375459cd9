package costwire.extract.claim;

import costwire.extract.Measure;
import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.extract.catalogue.Chip;
import costwire.extract.entity.Amount;
import costwire.extract.entity.Conversions;
import costwire.extract.learn.Features;
import costwire.extract.name.Kinship;
import costwire.extract.name.Parties;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
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
  private final OwnerOptions owners;
  private final SpeakerOptions speakers;
  private final ModelOptions models;
  private final ChipOptions chips;
  private final Surroundings surroundings;

  public ClaimReader(List<Passage> passages, Parties parties, Casting casting, Judge judge) {
    this.passages = passages;
    this.judge = judge;
    List<List<Party>> named = Kinship.settled(passages, parties);
    this.story = new Story(passages, named, casting);
    this.owners = new OwnerOptions(story);
    this.speakers = new SpeakerOptions(story);
    this.models = new ModelOptions(story);
    this.chips = new ChipOptions(story);
    this.surroundings = new Surroundings(passages, named);
  }

  /** The article's claims in order, the title's first. */
  public List<Draft> read() {
    for (int i = 0; i < passages.size(); i++) {
      if (!passages.get(i).inTitle()) {
        read(i, story::tell);
      }
    }
    List<Draft> body = List.copyOf(story.drafts());
    List<Draft> all = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      if (passages.get(i).inTitle()) {
        read(i, all::add);
      }
    }
    all.replaceAll(this::completed);
    all.addAll(body);
    return all;
  }

  private Draft completed(Draft title) {
    Draft body = story.stated(title.amount());
    return body == null ? title : title.completedBy(body);
  }

  private void read(int index, Consumer<Draft> told) {
    Passage passage = passages.get(index);
    Amount before = null;
    Draft last = null;
    for (Amount found : all(passage)) {
      if (found.quantity() != null) {
        Amount amount = found.per(Rates.of(passage.reading(), found));
        boolean again =
            before != null
                && found.doubts().isEmpty()
                && Conversions.isConversion(passage.reading(), before, found);
        Draft draft = !again ? draft(index, amount) : last == null ? null : last.restated(amount);
        if (draft != null) {
          told.accept(draft);
        }
        if (found.doubts().isEmpty() || draft != null) {
          before = found;
          last = draft;
        }
      }
      if (!passage.inTitle() && found.doubts().isEmpty()) {
        story.chip(found.chip());
      }
    }
  }

  /** What is read and what is supposed, in order. */
  private static List<Amount> all(Passage passage) {
    List<Amount> all = new ArrayList<>(passage.amounts());
    all.addAll(passage.supposed());
    all.sort(Comparator.comparingInt(Amount::getStart));
    return all;
  }

  private @Nullable Draft draft(int index, Amount found) {
    Passage passage = passages.get(index);
    Features around = surroundings.of(index, found);
    double score = judge.claim(new Located(passage, found), told(around, found, passage));
    if (score < LEAST) {
      return null;
    }
    Amount amount = found.settled();
    Located located = new Located(passage, amount);
    around =
        amount.equals(found) && found.doubts().isEmpty() ? around : surroundings.of(index, amount);
    String claimant =
        judge.choose(Judge.Question.SPEAKER, located, speakers.of(index, amount)).name();
    Judge.Choice owner =
        judge.choose(Judge.Question.OWNER, located, owners.of(index, amount, claimant));
    String company = owner.name();
    Scope scope = judge.scope(located, scopes(around, amount, passage, company));
    String model =
        judge
            .choose(Judge.Question.MODEL, located, models.of(index, amount, company, scope))
            .name();
    Stance stance = judge.stance(located, around);
    Chip chip = chip(index, located, scope);
    double confidence = Confidence.of(score * owner.probability());
    return new Draft(passage, amount, chip, company, model, claimant, scope, stance, confidence)
        .ofMaker(story.parties(index));
  }

  /** What the article said of the same figure before, and of the figure before. */
  private Features told(Features around, Amount amount, Passage passage) {
    Features features = around.copy();
    String measure = amount.measure().name();
    boolean again = story.stated(amount) != null;
    features.add("again" + measure, again);
    Draft last = story.last();
    String before =
        last != null && last.passage().equals(passage) ? last.amount().measure().name() : "?";
    features.add("after" + before + measure);
    features.add("afterTitle" + measure, passage.inTitle() && again);
    reported(amount, null, features);
    return features;
  }

  /**
   * Whether such a figure was reported before, of a model or not.
   *
   * @param company of whom; null: of anybody whom the article names
   */
  private void reported(Amount amount, @Nullable String company, Features features) {
    Reports.Match match = story.reported(amount);
    boolean here =
        company == null
            ? match.companies().keySet().stream().anyMatch(name -> story.weight(name) > 0)
            : match.companies().containsKey(company);
    if (here) {
      String what = amount.measure() + (match.models().isEmpty() ? "" : "model");
      features.add("reported" + what).add("reported" + what + Reports.digits(amount));
    }
  }

  private Features scopes(
      Features around, Amount amount, Passage passage, @Nullable String company) {
    Features features = around.copy();
    Draft last = story.last();
    if (last != null) {
      boolean same = last.passage().equals(passage);
      boolean owner = company != null && company.equals(last.company());
      String measure = amount.measure().name();
      features.add("afterModel" + (last.model() != null) + measure, same);
      // What another firm's sums in another sentence are for says nothing of these.
      features.add("after" + last.scope(), same || owner);
      features.add("after" + last.scope() + measure + same, same || owner);
      features.add("after" + last.scope() + owner + same, same || owner);
    }
    reported(amount, company, features);
    Draft before = story.stated(amount);
    if (before != null) {
      features.add("again" + before.scope());
    }
    return features;
  }

  private @Nullable Chip chip(int index, Located located, Scope scope) {
    Amount amount = located.amount();
    if (amount.chip() != null || amount.measure() == Measure.DURATION) {
      return amount.chip();
    }
    String id = judge.choose(Judge.Question.CHIP, located, chips.of(index, amount, scope)).name();
    return chips.named(index, id);
  }
}
