package costwire.extract.catalogue;

import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chips' names in letters of other scripts: Η100 in Greek capitals, एच 100 by the letter's name.
 */
final class Letters {
  /** Before a letter that stands for a token which names it: no text has this word. */
  private static final String NAMED = "latinletter";

  private static final Pattern LETTER_AND_DIGITS = Pattern.compile("[A-Z]\\d{2,4}");

  private static final String GREEK_AND_CYRILLIC = "αβεζηικμνορτυχавекмнорстух";
  private static final String LATIN = "abezhikmnoptyxabekmhopctyx";

  private Letters() {}

  /** The name with its letter as a token of its own, or null if it is not one letter and digits. */
  static @Nullable String apart(String name) {
    return LETTER_AND_DIGITS.matcher(name).matches()
        ? NAMED + name.charAt(0) + " " + name.substring(1)
        : null;
  }

  /** The form of a token that is a letter's name, or null. */
  static @Nullable String named(Reading reading, int token) {
    Mark letter = reading.longest(token, Lexeme.Letter.class);
    return letter == null || letter.to() > token + 1
        ? null
        : NAMED + ((Lexeme.Letter) letter.lexeme()).latin();
  }

  /** The folded token in the Latin letters that look like its own, if it has digits; or null. */
  static @Nullable String lookalike(String norm) {
    char first = norm.charAt(0);
    if (GREEK_AND_CYRILLIC.indexOf(first) < 0 || norm.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    StringBuilder latin = new StringBuilder(norm);
    for (int i = 0; i < latin.length(); i++) {
      int at = GREEK_AND_CYRILLIC.indexOf(latin.charAt(i));
      if (at >= 0) {
        latin.setCharAt(i, LATIN.charAt(at));
      }
    }
    return latin.toString();
  }
}
