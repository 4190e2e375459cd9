package costwire.extract.claim;

import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.extract.learn.Features;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the decisions about an amount that its words leave open. */
public interface Judge {
  /** What is chosen from the names of an article. */
  enum Question {
    /** Whose compute it is. */
    OWNER,
    /** On whose word it is told. */
    SPEAKER,
    /** What was trained or served. */
    MODEL,
    /** Which chips were counted, bought or used, by id. */
    CHIP
  }

  /**
   * An answer.
   *
   * @param name null for nobody and nothing
   */
  record Option(@Nullable String name, Features features) {}

  /**
   * What was chosen.
   *
   * @param probability that it is right, 0 to 1
   */
  record Choice(Option option, double probability) {
    @Nullable String name() {
      return option.name();
    }
  }

  /** How likely the amount is a claim on compute, 0 to 1. */
  double claim(Located amount, Features features);

  Scope scope(Located amount, Features features);

  Stance stance(Located amount, Features features);

  /** The chosen one of at least one option. */
  Choice choose(Question question, Located amount, List<Option> options);
}
