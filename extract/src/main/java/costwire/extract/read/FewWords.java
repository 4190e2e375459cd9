package costwire.extract.read;

import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a few words are in: too few for their letters to tell, they are in the language whose
 * lexicon knows them.
 */
public final class FewWords {
  /** In characters; the letters of more tell what they are in. */
  private static final int MOST = 80;

  /** Share of the letters that a language has to know, at least. */
  private static final double LEAST = 0.75;

  private final ArticleReaders readers;

  public FewWords(ArticleReaders readers) {
    this.readers = readers;
  }

  /**
   * The language of a text.
   *
   * @param guess by its letters
   * @param said by its page; null if nothing
   */
  public String language(String text, String guess, @Nullable String said) {
    if (text.strip().length() > MOST) {
      return guess;
    }
    Set<String> all = readers.languages();
    double guessed = all.contains(guess) ? known(guess, text) : 0;
    if (said != null && all.contains(said) && known(said, text) >= Math.max(LEAST, guessed)) {
      return said;
    }
    return guessed >= LEAST ? guess : best(all, text, guess);
  }

  /** The one that knows most of it, or several that read it alike. */
  private String best(Set<String> all, String text, String guess) {
    List<String> best = new ArrayList<>();
    double most = LEAST;
    for (String language : new TreeSet<>(all)) {
      double known = known(language, text);
      if (known > most) {
        best.clear();
        most = known;
      }
      if (known >= most) {
        best.add(language);
      }
    }
    boolean alike = best.stream().map(language -> amounts(language, text)).distinct().count() == 1;
    return alike ? best.get(0) : guess;
  }

  private List<String> amounts(String language, String text) {
    return readers.read(language, "", text).stream()
        .flatMap(passage -> passage.amounts().stream())
        .map(a -> a.measure() + " " + a.unit() + " " + a.bound() + " " + a.low() + " " + a.high())
        .toList();
  }

  /** Of the letters, the share in words that the language knows: 0 to 1. */
  private double known(String language, String text) {
    int letters = 0;
    int known = 0;
    for (Passage passage : readers.read(language, "", text)) {
      Reading reading = passage.reading();
      int to = 0;
      for (int i = 0; i < reading.size(); i++) {
        for (Mark mark : reading.at(i)) {
          to = Math.max(to, mark.to());
        }
        for (Amount amount : passage.amounts()) {
          to = amount.getStart() <= i ? Math.max(to, amount.getEnd()) : to;
        }
        int here = (int) reading.word(i).codePoints().filter(Character::isLetter).count();
        letters += here;
        known += i < to ? here : 0;
      }
    }
    return letters == 0 ? 0 : (double) known / letters;
  }
}
