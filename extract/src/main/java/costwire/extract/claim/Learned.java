package costwire.extract.claim;

import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Decides as the corpus teaches. */
public final class Learned implements Judge {
  /** The models' names. */
  public static final String CLAIM = "claim";

  public static final String SCOPE = "scope";
  public static final String STANCE = "stance";

  /** The outcomes of yes-or-no decisions. */
  public static final String YES = "yes";

  public static final String NO = "no";

  private final Decider claim;
  private final Decider scope;
  private final Decider stance;
  private final Map<Question, Decider> questions = new EnumMap<>(Question.class);

  /**
   * @param models the model of each name
   */
  public Learned(Function<String, Decider> models) {
    this.claim = models.apply(CLAIM);
    this.scope = models.apply(SCOPE);
    this.stance = models.apply(STANCE);
    for (Question question : Question.values()) {
      questions.put(question, models.apply(nameOf(question)));
    }
  }

  /** The name of the model that answers a question. */
  public static String nameOf(Question question) {
    return question.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public double claim(Located amount, Features features) {
    return claim.probability(features, YES);
  }

  @Override
  public Scope scope(Located amount, Features features) {
    return Scope.valueOf(scope.best(features));
  }

  @Override
  public Stance stance(Located amount, Features features) {
    return Stance.valueOf(stance.best(features));
  }

  @Override
  public Choice choose(Question question, Located amount, List<Option> options) {
    Decider decider = Objects.requireNonNull(questions.get(question));
    Option best = options.get(0);
    double highest = -1;
    double all = 0;
    for (Option option : options) {
      double odds = decider.odds(option.features());
      all += odds;
      if (odds > highest) {
        highest = odds;
        best = option;
      }
    }
    return new Choice(best, all > 0 && !Double.isInfinite(all) ? highest / all : 1);
  }
}
