package costwire.extract.entity;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.Range;
import costwire.extract.lexicon.Lexeme.Range.Place;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells whether a number without a unit stands alone, or counts what follows. */
final class Followers {
  private static final String MARKS = ".,;:!?)(]\"'-/。，؛،؟।…|";

  /** What may stand beside a sum. */
  static final Set<Cue> OF_SUMS = EnumSet.of(Cue.COST, Cue.SAY, Cue.FUNCTION, Cue.AGO);

  /** What may stand behind a count of chips. */
  static final Set<Cue> OF_CHIPS =
      EnumSet.of(
          Cue.FUNCTION,
          Cue.SAY,
          Cue.USE,
          Cue.PLAN,
          Cue.TRAINING,
          Cue.PURCHASE,
          Cue.RENT,
          Cue.BUILDING,
          Cue.OPERATION);

  /** What is done with chips. */
  static final Set<Cue> OF_PIECES =
      EnumSet.of(
          Cue.USE,
          Cue.HOLDING,
          Cue.TRAINING,
          Cue.PURCHASE,
          Cue.RENT,
          Cue.BUILDING,
          Cue.OPERATION,
          Cue.PLAN);

  /** Who is counted rather than spoken of: 3 million other users. */
  private static final Set<Cue> COUNTED = EnumSet.of(Cue.OTHERS);

  /** Tokens between a sum and the word of cost that speaks for it. */
  private static final int NEAR = 7;

  private final Reading reading;

  Followers(Reading reading) {
    this.reading = reading;
  }

  /** Whether an amount may end before the token: no noun follows that it could count. */
  boolean endsAmount(int at, Set<Cue> words) {
    if (at >= reading.size()) {
      return true;
    }
    if (counts(at)) {
      return false;
    }
    if (isMark(at)) {
      return !isList(at);
    }
    return (isSaid(at, words)
            || reading.longest(at, Lexeme.Rate.class) != null
            || reading.longest(at, Lexeme.Limit.class, limit -> !limit.before()) != null)
        && isKnown(behind(at));
  }

  /** Whether a number may begin an amount behind the token before: no noun stands there. */
  boolean leadsIn(int from) {
    if (from == 0 || isMark(from - 1)) {
      return true;
    }
    if (reading.endingAt(from, Lexeme.Of.class, of -> true) != null) {
      // "A population of 3 million" counts people.
      return false;
    }
    Mark said = reading.endingAt(from, Lexeme.Sign.class, sign -> OF_SUMS.contains(sign.cue()));
    return (said != null && isSaid(said.from(), OF_SUMS))
        || reading.endingAt(from, Range.class, range -> true) != null;
  }

  /** Whether a number may begin a count: nothing that it could belong to stands right before it. */
  boolean leadsIn(int from, Set<Cue> verbs) {
    return from == 0
        || isMark(from - 1)
        || reading.endingAt(from, Lexeme.OfType.class, type -> true) != null
        || reading.endingAt(from, Lexeme.Sign.class, sign -> verbs.contains(sign.cue())) != null
        || isAdverb(from);
  }

  /** A small word, but no Japanese particle, which marks the noun that is counted. */
  private boolean isAdverb(int to) {
    Mark small = reading.endingAt(to, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION);
    return small != null
        && isSaid(small.from(), EnumSet.of(Cue.FUNCTION))
        && !(small.to() == small.from() + 1
            && reading.norm(small.from()).length() == 1
            && UnicodeScript.of(reading.norm(small.from()).charAt(0)) == UnicodeScript.HIRAGANA);
  }

  /** Whether the sentence speaks of machines, which are counted by the same words. */
  boolean hasHost() {
    return IntStream.range(0, reading.size())
        .anyMatch(token -> reading.longest(token, Lexeme.Host.class) != null);
  }

  boolean hasCueNear(int from, Set<Cue> cues) {
    int most = Math.min(reading.size(), from + NEAR);
    for (int at = Math.max(0, from - NEAR); at < most; at++) {
      if (hasSign(at, cues)) {
        return true;
      }
    }
    return false;
  }

  /** Chinese lists of small words hold nouns too, so that they are no names: 用户. */
  private boolean isSaid(int at, Set<Cue> words) {
    Mark mark = reading.longest(at, Lexeme.Sign.class, sign -> words.contains(sign.cue()));
    boolean small = mark != null && ((Lexeme.Sign) mark.lexeme()).cue() == Cue.FUNCTION;
    return mark != null
        && !(small
            && Character.isIdeographic(reading.norm(at).charAt(0))
            && reading.norm(at).length() > 1);
  }

  private boolean hasSign(int at, Set<Cue> cues) {
    return reading.longest(at, Lexeme.Sign.class, sign -> cues.contains(sign.cue())) != null;
  }

  private boolean isMark(int token) {
    return MARKS.indexOf(reading.norm(token).charAt(0)) >= 0;
  }

  /** A unit, a preposition "of" or a counting word: what stands behind is counted. */
  boolean counts(int at) {
    if (at >= reading.size()) {
      return false;
    }
    for (Mark mark : reading.at(at)) {
      Lexeme lexeme = mark.lexeme();
      if (lexeme instanceof Lexeme.Of
          || lexeme instanceof Lexeme.Counter
          || lexeme instanceof Lexeme.ChipNoun
          || lexeme instanceof Lexeme.ChipTime
          || lexeme instanceof Lexeme.Host
          || lexeme instanceof Lexeme.Time
          || (lexeme instanceof Lexeme.Sign sign && sign.cue() == Cue.ENERGY)) {
        return true;
      }
    }
    return false;
  }

  /** "5 million, 10 million users": the first counts what the last counts. */
  private boolean isList(int at) {
    return at + 1 < reading.size()
        && !".)".contains(reading.norm(at))
        && Character.isDigit(reading.norm(at + 1).charAt(0));
  }

  /** 구매했다: what Korean writes onto the verb at the end of a sentence. */
  private boolean isVerbEnding(int at) {
    return UnicodeScript.of(reading.norm(at).charAt(0)) == UnicodeScript.HANGUL
        && reading.norm(at).length() <= 2
        && (at + 1 >= reading.size() || isMark(at + 1));
  }

  private int behind(int at) {
    int end = at + 1;
    for (Mark mark : reading.at(at)) {
      end = Math.max(end, mark.to());
    }
    return end;
  }

  /** "3 million more users": a small word and then one that nobody knows. */
  private boolean isKnown(int at) {
    if (at >= reading.size() || isMark(at) || isVerbEnding(at)) {
      return true;
    }
    boolean number = Character.isDigit(reading.norm(at).charAt(0));
    boolean joined = reading.endingAt(at, Range.class, r -> r.place() != Place.OPENER) != null;
    return number ? !joined : !reading.at(at).isEmpty() && !counts(at) && !hasSign(at, COUNTED);
  }
}
