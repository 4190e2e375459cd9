package costwire.extract.number;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.GluedNumbers;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.text.Script;
import java.lang.Character.UnicodeScript;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands right before and behind a number. A number word there shows that only a part of the
 * number was understood.
 */
final class Neighbours {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final Reading reading;
  private final Clitics clitics;

  Neighbours(Reading reading) {
    this.reading = reading;
    this.clitics = new Clitics(reading);
  }

  /** Whether the number word at the token is the rest of a number that began before it. */
  boolean isTorn(int from) {
    if (from > 1 && isBehindPower(from)) {
      return true;
    }
    if (from == 0 || from >= reading.size() || startsWithDigit(from)) {
      return false;
    }
    if (Character.getType(reading.word(from - 1).charAt(0)) == Character.OTHER_NUMBER) {
      return reading.longest(from - 1, Lexeme.Atom.class) == null;
    }
    if (startsWithDigit(from - 1)) {
      return reading.longest(from, Lexeme.Power.class) != null
          || reading.longest(from, Lexeme.Vague.class) != null;
    }
    if (reading.norm(from - 1).equals("-")) {
      return isUnitOfTens(from) || (from > 1 && isNumberWord(from - 2) && isBehindNumber(from - 2));
    }
    return isParticle(from) || isBehindNumber(from);
  }

  private boolean isBehindNumber(int from) {
    Mark before = reading.endingAt(from, Lexeme.Atom.class, atom -> true);
    boolean behindNumber =
        before != null
            ? !isArticle(before)
            : reading.endingAt(from, Lexeme.Power.class, power -> !power.abbreviated()) != null;
    return behindNumber ? !isJoined(from) : isPowerOfSeveral(from);
  }

  /** Whether the digits at the token end a name. */
  boolean isPartOfName(int from) {
    return startsWithDigit(from) && (isWrittenOntoName(from) || isHyphenedToName(from));
  }

  /** জিবি300: in a script that parts its words, digits on an unknown word are a name's. */
  private boolean isWrittenOntoName(int from) {
    return from > 0
        && reading.isGlued(from)
        && Character.isLetter(reading.norm(from - 1).charAt(0))
        && Script.of(reading.norm(from - 1).charAt(0)) == Script.ALPHABETIC
        && reading.at(from - 1).isEmpty()
        && !reading.lexicon().clitics().contains(reading.norm(from - 1));
  }

  private boolean isHyphenedToName(int from) {
    return from > 1
        && reading.norm(from - 1).equals("-")
        && !startsWithDigit(from - 2)
        && Character.isLetter(reading.norm(from - 2).charAt(0))
        && reading.at(from - 2).isEmpty();
  }

  /** "Thousands to five hundred": about so many thousands, in languages that say so. */
  private boolean isBehindPower(int from) {
    Mark small = reading.endingAt(from, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION);
    return small != null
        && reading.endingAt(small.from(), Lexeme.Inverted.class, unit -> true) != null
        && isUncountedPower(small.from());
  }

  private boolean isUncountedPower(int to) {
    Mark power = reading.endingAt(to, Lexeme.Power.class, word -> !word.abbreviated());
    return power != null
        && (power.from() == 0
            || (!startsWithDigit(power.from() - 1)
                && reading.endingAt(power.from(), Lexeme.Atom.class, atom -> true) == null));
  }

  /**
   * Whether a number word at the token goes on with the number that ends there.
   *
   * @param hasDigits whether the number has digits: then a spelled one behind it is another
   */
  boolean go(int at, boolean hasDigits) {
    // Hungarian's seven is also its week: a unit ends the number.
    if (isJoined(at) || reading.longest(at, Lexeme.Time.class) != null) {
      return false;
    }
    Mark atom = reading.longest(at, Lexeme.Atom.class);
    if (atom != null) {
      return !hasDigits && !isArticle(atom) && !isUnit(at);
    }
    return reading.longest(at, Lexeme.Power.class, power -> !power.abbreviated()) != null
        || reading.longest(at, Lexeme.Several.class) != null
        || (isGlued(at) && !glued().isOrdinary(reading.norm(at)));
  }

  /** Four tens, three dozens: what so many of them are, phrases that are listed tell. */
  boolean isTens(int at) {
    return reading.longest(at, Lexeme.Power.class) == null
        && (reading.longest(at, Lexeme.Rounded.class) != null
            || reading.longest(
                    at, Lexeme.Vague.class, vague -> vague.value().compareTo(THOUSAND) < 0)
                != null);
  }

  /** Whether the token is a number word, or made of nothing else. */
  boolean isNumberWord(int at) {
    return reading.longest(at, Lexeme.Atom.class) != null || isGlued(at);
  }

  private boolean isGlued(int at) {
    return at < reading.size() && glued().parts(reading.norm(at), parts -> true) != null;
  }

  private GluedNumbers glued() {
    return reading.lexicon().glued();
  }

  /** Hungarian hét is seven and a week. */
  private boolean isUnit(int at) {
    return reading.longest(at, Lexeme.Time.class) != null
        || reading.longest(at, Lexeme.Currency.class) != null;
  }

  /** "a", "un", "ein" before a number is no part of it: eine zwei Milliarden teure Anlage. */
  private boolean isArticle(Mark atom) {
    return value(atom).compareTo(BigDecimal.ONE) == 0
        && reading.longest(atom.from(), Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION)
            != null;
  }

  /** Written together with "and" or "to": five and-six are two numbers, not one torn in two. */
  private boolean isJoined(int token) {
    return clitics.isJoined(token);
  }

  /** The five of a ninety-five that was not understood. */
  private boolean isUnitOfTens(int from) {
    Mark unit = reading.longest(from, Lexeme.Atom.class);
    Mark tens = reading.endingAt(from - 1, Lexeme.Atom.class, atom -> true);
    return unit != null
        && tens != null
        && value(unit).compareTo(BigDecimal.TEN) < 0
        && value(tens).compareTo(BigDecimal.TEN) > 0
        && value(tens).remainder(BigDecimal.TEN).signum() == 0;
  }

  /** 구축에만 is "only in building": a bare power that is written onto a Korean word. */
  private boolean isParticle(int token) {
    return UnicodeScript.of(reading.norm(token).charAt(0)) == UnicodeScript.HANGUL
        && reading.isGlued(token)
        && Character.isLetter(reading.norm(token - 1).charAt(0))
        && reading.longest(token, Lexeme.Power.class) != null
        && !isNumberWord(token - 1);
  }

  private boolean isPowerOfSeveral(int from) {
    return reading.longest(from, Lexeme.Power.class) != null
        && reading.endingAt(from, Lexeme.Several.class, several -> true) != null;
  }

  private boolean startsWithDigit(int token) {
    return token < reading.size() && Sums.isDigit(reading.norm(token));
  }

  private static BigDecimal value(@Nullable Mark atom) {
    return atom != null && atom.lexeme() instanceof Lexeme.Atom one ? one.value() : BigDecimal.ZERO;
  }
}
