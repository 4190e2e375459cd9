package costwire.extract.lexicon;

import costwire.extract.text.Fold;
import costwire.extract.text.Script;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Towns, regions and countries, as a language calls them. They are no words of the lexicon: where
 * words are written without spaces none is cut at a place, for many a company's name begins with
 * one.
 */
public final class Places {
  private final PhraseTrie<Boolean> phrases;

  /** Those written without spaces, folded. */
  private final Set<String> unspaced;

  private Places(PhraseTrie<Boolean> phrases, Set<String> unspaced) {
    this.phrases = phrases;
    this.unspaced = unspaced;
  }

  /**
   * @param names as CLDR has them
   * @param forms as a file writes them; {@code ~} behind a word allows for endings
   */
  static Places of(Collection<String> names, List<String> forms) {
    Phrases<Boolean> phrases = new Phrases<>();
    Set<String> unspaced = new HashSet<>();
    for (Collection<String> some : List.of(names, forms)) {
      for (String place : some) {
        if (Script.of(place.charAt(0)) == Script.CONTINUOUS) {
          unspaced.add(Fold.of(place));
        } else {
          phrases.add(place, true);
        }
      }
    }
    return new Places(phrases.trie(), unspaced);
  }

  /** Whether words of a sentence are a place's name, and no more. */
  public boolean has(Reading reading, int from, int to) {
    if (Script.of(reading.norm(from).charAt(0)) == Script.CONTINUOUS) {
      StringBuilder written = new StringBuilder();
      for (int i = from; i < to; i++) {
        written.append(reading.norm(i));
      }
      return unspaced.contains(written.toString());
    }
    AtomicBoolean whole = new AtomicBoolean();
    phrases.match(reading, from, (place, end) -> whole.compareAndSet(false, end == to));
    return whole.get() || (to == from + 1 && isBeforeParticle(reading, from));
  }

  /** Korean writes its particles onto places of two syllables, too. */
  private boolean isBeforeParticle(Reading reading, int token) {
    String norm = reading.norm(token);
    return Script.of(norm.charAt(0)) == Script.HANGUL
        && reading.lexicon().endings().stream()
            .anyMatch(
                particle ->
                    norm.endsWith(particle)
                        && !phrases
                            .of(norm.substring(0, norm.length() - particle.length()))
                            .isEmpty());
  }
}
