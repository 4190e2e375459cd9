package costwire.extract.read;

import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
   */
  public String language(String text, String guess) {
    if (text.strip().length() > MOST) {
      return guess;
    }
    boolean knows = readers.languages().contains(guess) && known(guess, text) >= LEAST;
    return knows ? guess : best(text, guess);
  }

  /** The one that knows most of it, unless another that knows it too reads it otherwise. */
  private String best(String text, String guess) {
    String best = guess;
    double most = 0;
    Set<List<String>> amounts = new HashSet<>();
    for (String language : readers.languages()) {
      double known = known(language, text);
      if (known >= LEAST) {
        amounts.add(amounts(language, text));
        best = known > most ? language : best;
        most = Math.max(most, known);
      }
    }
    return amounts.size() > 1 ? guess : best;
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
