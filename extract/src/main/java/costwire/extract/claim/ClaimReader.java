package costwire.extract.claim;

import costwire.extract.Measure;
import costwire.extract.Scope;
import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Chip;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks an article's sentences in reading order and drafts its claims. */
final class ClaimReader {
  /** What a headline can count on: nothing was said before it. */
  private static final Discourse UNSPOKEN = new Discourse(null);

  private final List<Passage> passages;
  private final Parties parties;
  private final Owners owners;
  private final Discourse discourse;

  ClaimReader(List<Passage> passages) {
    this.passages = passages;
    this.parties = new Parties(passages);
    this.owners = new Owners(parties);
    this.discourse = new Discourse(Discourse.protagonist(passages, parties));
  }

  List<Draft> read() {
    List<Draft> title = new ArrayList<>();
    List<Draft> body = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      Passage before = i > 0 && !passages.get(i - 1).inTitle() ? passages.get(i - 1) : null;
      Passage next = i + 1 < passages.size() && !passage.inTitle() ? passages.get(i + 1) : null;
      read(passage, before, next, passage.inTitle() ? title : body);
    }
    List<Draft> all = new ArrayList<>();
    title.stream().map(draft -> completed(draft, body)).filter(Draft::isClaim).forEach(all::add);
    all.addAll(body);
    return all;
  }

  private Draft completed(Draft title, List<Draft> body) {
    return body.stream()
        .filter(draft -> draft.states(title.amount()))
        .findFirst()
        .map(title::completedBy)
        .orElseGet(() -> title.ownedBy(discourse.protagonist()));
  }

  private void read(
      Passage passage, @Nullable Passage before, @Nullable Passage next, List<Draft> drafts) {
    List<Party> named = parties.in(passage);
    String company = null;
    String claimant = null;
    Scope scope = null;
    for (Amount found : passage.amounts()) {
      Chip chip = found.chip();
      if (found.quantity() == null) {
        remember(chip);
        continue;
      }
      Amount amount = found.per(Rates.of(passage.reading(), found));
      double score = Relevance.of(passage, amount, parties, before);
      Draft told = score < 0 && !passage.inTitle() ? told(passage, amount, drafts) : null;
      if (told != null) {
        drafts.add(told);
      } else if (score >= 0 || passage.inTitle()) {
        Draft draft = draft(passage, amount, next, named, score);
        drafts.add(draft);
        company = draft.company();
        scope = draft.scope();
        claimant = draft.claimant();
      }
      remember(chip);
    }
    speakOf(passage, named, company, claimant);
    if (!passage.inTitle()) {
      discourse.scope(scope);
    }
  }

  /** A figure that the article gave before and gives again, without saying once more of what. */
  private static @Nullable Draft told(Passage passage, Amount amount, List<Draft> drafts) {
    return amount.measure() != Measure.COST || Relevance.isOtherMoney(passage, amount)
        ? null
        : drafts.stream()
            .filter(draft -> draft.states(amount))
            .findFirst()
            .map(draft -> draft.restated(passage, amount))
            .orElse(null);
  }

  private void remember(@Nullable Chip chip) {
    if (chip != null) {
      discourse.chip(chip);
    }
  }

  private Draft draft(
      Passage passage, Amount amount, @Nullable Passage next, List<Party> named, double score) {
    Party claimant = Attribution.of(passage, amount, named, discourse.company());
    Discourse known = passage.inTitle() ? UNSPOKEN : discourse;
    Scope scope = Scopes.of(passage, amount, parties, known.scope());
    String company = owners.of(passage, amount, scope, claimant, known);
    return new Draft(
        passage,
        amount,
        chip(passage, amount, scope),
        company,
        model(passage, amount, company, scope),
        claimant == null ? continued(passage) : claimant.name(),
        scope,
        Stances.of(passage, amount, next),
        score);
  }

  /** A speaker goes on where the next sentence speaks without naming anybody. */
  private @Nullable String continued(Passage passage) {
    boolean goesOn = passage.has(Cue.SAY) || passage.reading().norm(0).equals("\"");
    return goesOn && parties.in(passage).isEmpty() ? discourse.claimant() : null;
  }

  private @Nullable Chip chip(Passage passage, Amount amount, Scope scope) {
    boolean mayName =
        switch (amount.measure()) {
          case CHIPS -> false;
          case CHIP_HOURS -> true;
          case DURATION -> false;
          case COST -> "chip-hour".equals(amount.per()) || scope == Scope.HARDWARE;
        };
    if (amount.chip() != null || !mayName) {
      return amount.chip();
    }
    Amount near = Scopes.nearestChips(passage, amount);
    if (near != null) {
      return near.chip();
    }
    return amount.measure() == Measure.CHIP_HOURS || "chip-hour".equals(amount.per())
        ? discourse.chip()
        : null;
  }

  private @Nullable String model(
      Passage passage, Amount amount, @Nullable String company, Scope scope) {
    AiModel near = parties.modelNear(passage, amount);
    boolean fits =
        near != null
            && !near.isFamily()
            && (near.company() == null || near.company().equals(company));
    if (near != null && fits && (scope == Scope.TRAINING_RUN || scope == Scope.OPERATION)) {
      return near.name();
    }
    boolean several = passage.has(Cue.DEVELOPMENT) || amount.quantity() == null;
    AiModel last = scope == Scope.TRAINING_RUN && !several ? discourse.modelOf(company) : null;
    return last == null ? null : last.name();
  }

  private void speakOf(
      Passage passage, List<Party> named, @Nullable String company, @Nullable String claimant) {
    for (var mention : parties.reliable(passage)) {
      if (mention.entry() instanceof AiModel model) {
        discourse.model(model, company);
      }
    }
    Party owner = named.stream().filter(Party::mayOwn).findFirst().orElse(null);
    if (!passage.inTitle()) {
      discourse.company(company != null ? company : owner == null ? null : owner.organisation());
      discourse.claimant(claimant);
    }
  }
}
