package costwire.extract.number;

import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import java.util.function.Predicate;

/** The small words that are written onto a number: Arabic and Hebrew "and". */
public final class Clitics {
  private final Reading reading;

  public Clitics(Reading reading) {
    this.reading = reading;
  }

  /** Whether "and" is written onto the front of the token. */
  public boolean isJoined(int token) {
    return hasPrefix(
        token,
        word ->
            word instanceof Lexeme.Joiner
                || (word instanceof Lexeme.Range range && range.place() == Lexeme.Range.Place.AND));
  }

  /** Whether a word of some meaning is written onto the front of the token. */
  boolean hasPrefix(int token, Predicate<Lexeme> meaning) {
    if (token >= reading.size()) {
      return false;
    }
    String word = reading.norm(token);
    return reading.lexicon().clitics().stream()
        .anyMatch(clitic -> word.startsWith(clitic) && means(clitic, meaning));
  }

  private boolean means(String clitic, Predicate<Lexeme> meaning) {
    return reading.lexicon().phrases().of(clitic).stream().anyMatch(meaning);
  }
}
