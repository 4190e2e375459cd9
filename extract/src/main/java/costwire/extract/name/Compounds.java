package costwire.extract.name;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.text.Script;
import org.jspecify.annotations.Nullable;

/** Words made of words: a "Logistikfirma" is a firm. */
final class Compounds {
  private static final int LEAST_HEAD = 3;
  private static final int LEAST_TAIL = 4;
  private static final int LONGEST = 40;

  private Compounds() {}

  /** What the lexicon says of the longest word it knows at the word's end; null for nothing. */
  static @Nullable Cue tail(Reading reading, String norm) {
    Script script = Script.of(norm.charAt(0));
    if (script == Script.CONTINUOUS || norm.length() > LONGEST) {
      return null;
    }
    boolean syllables = script == Script.HANGUL;
    int least = syllables ? 2 : LEAST_TAIL;
    for (int from = syllables ? 1 : LEAST_HEAD; from + least <= norm.length(); from++) {
      Cue cue = cue(reading, norm.substring(from));
      if (cue != null) {
        return cue;
      }
    }
    return null;
  }

  private static @Nullable Cue cue(Reading reading, String tail) {
    for (Lexeme lexeme : reading.lexicon().phrases().of(tail)) {
      if (lexeme instanceof Lexeme.Sign sign) {
        return sign.cue();
      }
    }
    return null;
  }
}
