package costwire.extract.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers written in one word: fünfhunderttausend, yhdessätoista, hárommillió. A word is one if it
 * is made of nothing but number words.
 */
public final class GluedNumbers {
  /** No number word of any language is longer. */
  private static final int LONGEST_WORD = 80;

  private final Map<String, Lexeme> parts = new HashMap<>();
  private int longestPart;

  void add(String folded, Lexeme part) {
    if (folded.indexOf(' ') < 0 && folded.length() > 1) {
      parts.putIfAbsent(folded, part);
      longestPart = Math.max(longestPart, folded.length());
    }
  }

  /** The parts of a folded word, or null if it is not two or more number words in one. */
  public @Nullable List<Lexeme> parts(String word) {
    if (word.length() > LONGEST_WORD || word.length() < 4) {
      return null;
    }
    List<Lexeme> found = new ArrayList<>();
    boolean[] dead = new boolean[word.length() + 1];
    return split(word, 0, found, dead) && found.size() > 1 ? found : null;
  }

  private boolean split(String word, int from, List<Lexeme> found, boolean[] dead) {
    if (from == word.length()) {
      return true;
    }
    if (dead[from]) {
      return false;
    }
    for (int end = Math.min(word.length(), from + longestPart); end > from; end--) {
      Lexeme part = parts.get(word.substring(from, end));
      if (part != null) {
        found.add(part);
        if (split(word, end, found, dead)) {
          return true;
        }
        found.remove(found.size() - 1);
      }
    }
    dead[from] = true;
    return false;
  }
}
