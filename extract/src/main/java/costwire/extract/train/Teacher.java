package costwire.extract.train;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.extract.claim.Judge;
import costwire.extract.claim.Learned;
import costwire.extract.claim.Located;
import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.learn.Learner;
import costwire.extract.score.Gold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has every decision about a lesson learned as its gold says, and goes on from it: or from what a
 * guide decides, so that the models meet the mistakes they will go on from when they read alone.
 */
final class Teacher implements Judge {
  private static final String MANY = "optional";

  private final Lesson lesson;
  private final Map<String, Learner> learners;
  private final @Nullable Judge guide;
  private final Map<String, JsonNode> claims = new HashMap<>();
  private final List<Gold> unused = new ArrayList<>();

  /**
   * @param learners by the models' names
   * @param guide whose decisions the reading goes on from; null for the gold's
   */
  Teacher(Lesson lesson, Map<String, Learner> learners, @Nullable Judge guide) {
    this.lesson = lesson;
    this.learners = learners;
    this.guide = guide;
    learners.values().forEach(Learner::nextArticle);
    lesson.gold().forEach(claim -> unused.add(new Gold(claim)));
  }

  @Override
  public double claim(Located amount, Features features) {
    JsonNode gold = gold(amount);
    if (gold != null && gold.path(MANY).asBoolean()) {
      return 0;
    }
    learn(Learned.CLAIM, features, gold == null ? Learned.NO : Learned.YES);
    return gold != null ? 1 : guide == null ? 0 : guide.claim(amount, features);
  }

  /** The gold claim on the amount; null if it is none. Each gold claim is of one amount. */
  private @Nullable JsonNode gold(Located located) {
    String place = place(located);
    if (!claims.containsKey(place)) {
      Gold found = null;
      for (Gold gold : unused) {
        if (found == null && isOf(gold, located)) {
          found = gold;
        }
      }
      unused.remove(found);
      claims.put(place, found == null ? null : found.claim());
    }
    return claims.get(place);
  }

  private static String place(Located located) {
    boolean title = located.passage().inTitle();
    return title + " " + located.passage().startOf(located.amount());
  }

  private boolean isOf(Gold gold, Located located) {
    Amount amount = located.amount();
    boolean title = located.passage().inTitle();
    String field = title ? lesson.title() : lesson.text();
    if (!gold.claim().path("in").asText().equals(title ? "title" : "text")
        || !gold.isOf(amount.measure(), amount.low(), amount.best(), amount.high())) {
      return false;
    }
    String quote = gold.claim().path("quote").asText();
    int start = located.passage().startOf(amount);
    int end = located.passage().endOf(amount);
    for (int at = field.indexOf(quote); at >= 0; at = field.indexOf(quote, at + 1)) {
      if (at < end && start < at + quote.length()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Scope scope(Located amount, Features features) {
    String scope = text(amount, "scope");
    Scope gold =
        scope == null
            ? Scope.UNSPECIFIED
            : Scope.valueOf(scope.replace('-', '_').toUpperCase(Locale.ROOT));
    if (scope != null) {
      learn(Learned.SCOPE, features, gold.name());
    }
    return guide == null ? gold : guide.scope(amount, features);
  }

  @Override
  public Stance stance(Located amount, Features features) {
    String stance = text(amount, "stance");
    Stance gold =
        stance == null ? Stance.ASSERTED : Stance.valueOf(stance.toUpperCase(Locale.ROOT));
    if (stance != null) {
      learn(Learned.STANCE, features, gold.name());
    }
    return guide == null ? gold : guide.stance(amount, features);
  }

  private @Nullable String text(Located amount, String attribute) {
    JsonNode gold = gold(amount);
    JsonNode value = gold == null ? null : gold.path(attribute);
    if (value != null && value.isArray()) {
      value = value.path(0);
    }
    return value == null || value.isNull() || value.isMissingNode() ? null : value.asText();
  }

  @Override
  public Choice choose(Question question, Located amount, List<Option> options) {
    JsonNode gold = gold(amount);
    String attribute =
        switch (question) {
          case OWNER -> "company";
          case SPEAKER -> "claimant";
          case MODEL -> "model";
          case CHIP -> "chip";
        };
    Option chosen = null;
    for (Option option : options) {
      if (gold != null) {
        boolean right = Gold.accepts(gold.path(attribute), option.name());
        chosen = right && chosen == null ? option : chosen;
      }
    }
    Learner learner = learners.get(Learned.nameOf(question));
    if (learner != null && gold != null && chosen != null) {
      List<Features> others =
          options.stream()
              .filter(option -> !Gold.accepts(gold.path(attribute), option.name()))
              .map(Option::features)
              .toList();
      if (!others.isEmpty()) {
        learner.choose(chosen.features(), others);
      }
    }
    if (guide != null) {
      return guide.choose(question, amount, options);
    }
    return new Choice(
        chosen == null ? new Option(text(amount, attribute), new Features()) : chosen, 1);
  }

  private void learn(String name, Features features, String outcome) {
    Learner learner = learners.get(name);
    if (learner != null) {
      learner.add(features, outcome);
    }
  }
}
