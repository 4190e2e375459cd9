package costwire.extract.lexicon;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Numbers written in one word: fünfhunderttausend, yhdessätoista, hárommillió, 오백만. A word is one
 * if it is made of nothing but number words.
 */
public final class GluedNumbers {
  /** No number word of any language is longer. */
  private static final int LONGEST_WORD = 200;

  /** Shorter ones that fall into number words do so by chance. */
  private static final int SHORTEST_WORD = 4;

  /** Ways to cut a word that are tried before it is given up. */
  private static final int MOST_CUTS = 100;

  private final LetterMap<Lexeme> parts = new LetterMap<>();
  private final Set<String> ordinary = new HashSet<>();

  void add(String folded, Lexeme part) {
    if (folded.indexOf(' ') < 0 && (folded.length() > 1 || isSyllable(folded))) {
      parts.computeIfAbsent(folded, () -> part);
    }
  }

  /** A joiner may be a single letter where the file writes it as the middle of a word. */
  void addJoiner(String folded) {
    parts.computeIfAbsent(folded, Lexeme.Joiner::new);
  }

  void addOrdinary(String folded) {
    ordinary.add(folded);
  }

  /**
   * Whether the word, where it stands alone, is no number but only looks like one: as the file
   * says, or because it is two syllables with the digit behind, such as 천사 or 조사.
   */
  public boolean isOrdinary(String folded) {
    return ordinary.contains(folded)
        || (folded.length() == 2
            && isSyllable(folded)
            && parts.get(folded, 1, 2) instanceof Lexeme.Atom);
  }

  /** What a folded word is as a part of a number, or null if it is none. */
  public @Nullable Lexeme part(String folded) {
    return parts.get(folded, 0, folded.length());
  }

  /** How many letters the longest part has that a folded word begins with; 0 for none. */
  public int longestHead(String folded) {
    return Math.max(0, parts.longestEnd(folded, 0, folded.length()));
  }

  /**
   * The parts of a folded word, or null if it is not two or more number words in one.
   *
   * @param fits whether parts, in their order, make a number; asked until it agrees
   */
  public @Nullable List<Lexeme> parts(String word, Predicate<List<Lexeme>> fits) {
    int shortest = isSyllable(word) ? 2 : SHORTEST_WORD;
    if (word.length() > LONGEST_WORD || word.length() < shortest || longestHead(word) == 0) {
      return null;
    }
    Cut cut = new Cut(word, fits);
    return cut.from(0) ? cut.found : null;
  }

  /** In Hangul one letter may be a whole number word. */
  private static boolean isSyllable(String word) {
    return !word.isEmpty() && UnicodeScript.of(word.charAt(0)) == UnicodeScript.HANGUL;
  }

  /** One word being cut into number words, the longest first. */
  private final class Cut {
    private final String word;
    private final Predicate<List<Lexeme>> fits;
    private final List<Lexeme> found = new ArrayList<>();
    private final boolean[] dead;
    private int cuts;

    Cut(String word, Predicate<List<Lexeme>> fits) {
      this.word = word;
      this.fits = fits;
      this.dead = new boolean[word.length() + 1];
    }

    boolean from(int from) {
      if (from == word.length()) {
        cuts++;
        return found.size() > 1 && fits.test(found);
      }
      int before = cuts;
      int end = parts.longestEnd(word, from, word.length());
      while (end > from && !dead[from] && cuts < MOST_CUTS) {
        found.add(Objects.requireNonNull(parts.get(word, from, end)));
        if (from(end)) {
          return true;
        }
        found.remove(found.size() - 1);
        end = parts.longestEnd(word, from, end - 1);
      }
      dead[from] |= cuts == before;
      return false;
    }
  }
}
