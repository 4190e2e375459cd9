package costwire.extract.number;

import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Reading;
import costwire.extract.text.LexicalTokenizer;
import costwire.extract.text.Words;
import org.jspecify.annotations.Nullable;

/** A piece of text read for its numbers. */
final class Phrase {
  private Phrase() {}

  /** The first number in the phrase, or null. */
  static @Nullable Quantity firstNumber(String phrase, Lexicon lexicon) {
    LexicalTokenizer tokenizer =
        new LexicalTokenizer(lexicon.words(), Words.NONE, lexicon.groupsBySpace());
    Reading reading = Reading.of(tokenizer.tokenize(phrase), lexicon);
    QuantityParser parser = new QuantityParser(reading);
    for (int i = 0; i < reading.size(); i++) {
      Quantity quantity = parser.parse(i);
      if (quantity != null) {
        return quantity;
      }
    }
    return null;
  }
}
