package costwire.extract.entity;

import costwire.extract.Bound;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where a limit is denied, which makes it the opposite: never more than, nicht über. */
final class Denials {
  /** Words of a verb and its subject between a denial and the limit: "has not been using over". */
  private static final int LOOK_BACK = 3;

  /** What verbs say that take an amount. */
  private static final Set<Cue> VERBS =
      EnumSet.of(Cue.LASTING, Cue.COST, Cue.USE, Cue.HOLDING, Cue.PURCHASE, Cue.RENT, Cue.BUILDING);

  private final Reading reading;

  Denials(Reading reading) {
    this.reading = reading;
  }

  static Bound opposite(Bound bound) {
    return switch (bound) {
      case AT_LEAST -> Bound.AT_MOST;
      case AT_MOST -> Bound.AT_LEAST;
      default -> bound;
    };
  }

  /**
   * Whether the limit that begins at the token is denied by what stands before it. "Never no more"
   * denies once, as in the Slavic languages.
   */
  boolean isDenied(int token) {
    if (isNegation(token)) {
      return false;
    }
    int at = token;
    for (int words = 0; words < LOOK_BACK && !isDenial(at); words++) {
      Mark verb = at == 0 ? null : verbBefore(at);
      if (verb == null && (at == 0 || !isSubject(at - 1))) {
        return false;
      }
      at = verb == null ? at - 1 : verb.from();
    }
    return isDenial(at);
  }

  /** Whether a word that denies begins at the token. */
  boolean isNegation(int token) {
    return reading.longest(token, Lexeme.Sign.class, sign -> sign.cue() == Cue.NEGATION) != null;
  }

  /** "Überstieg 5 Millionen NICHT": at the end of its clause it denies the verb before. */
  boolean isDeniedBehind(int at) {
    Mark verb = reading.longest(at, Lexeme.Sign.class, sign -> VERBS.contains(sign.cue()));
    return endsClause(at, Cue.NEGATION) || (verb != null && endsClause(verb.to(), Cue.NEGATION));
  }

  /** Whether a word of a meaning stands at the token and nothing of the clause behind it. */
  boolean endsClause(int at, Cue cue) {
    Mark last = reading.longest(at, Lexeme.Sign.class, sign -> sign.cue() == cue);
    return last != null
        && (last.to() >= reading.size()
            || !Character.isLetterOrDigit(reading.norm(last.to()).charAt(0)));
  }

  /** "Not only", which denies nothing, is a small word of its own. */
  private boolean isDenial(int to) {
    Mark negation = reading.endingAt(to, Lexeme.Sign.class, sign -> sign.cue() == Cue.NEGATION);
    if (negation == null) {
      return false;
    }
    Mark small =
        reading.longest(negation.from(), Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION);
    return small == null || small.to() <= negation.to();
  }

  /** A verb or a small word that does not join clauses. */
  private @Nullable Mark verbBefore(int token) {
    return reading.longest(token - 1, Lexeme.Range.class) != null
        ? null
        : reading.endingAt(
            token,
            Lexeme.Sign.class,
            sign -> VERBS.contains(sign.cue()) || sign.cue() == Cue.FUNCTION);
  }

  /** Where the verb comes first, its subject stands between: لم تتجاوز الكلفة. */
  boolean isSubject(int token) {
    return reading.lexicon().articles().stream().anyMatch(reading.norm(token)::startsWith)
        && reading.longest(token, Lexeme.Sign.class) != null;
  }
}
