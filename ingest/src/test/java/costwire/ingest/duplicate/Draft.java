package costwire.ingest.duplicate;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An article while it is written.
 *
 * @param company whom it is about
 * @param paragraphs of sentences of words; a word with a digit is a figure
 */
record Draft(Phrases phrases, String company, List<List<List<String>>> paragraphs) {
  Draft with(List<List<List<String>>> others) {
    return new Draft(phrases, company, others);
  }

  /** The draft with every word put through the change. */
  Draft words(UnaryOperator<String> change) {
    return with(
        paragraphs.stream()
            .map(
                paragraph ->
                    paragraph.stream()
                        .map(sentence -> sentence.stream().map(change).toList())
                        .toList())
            .toList());
  }

  static boolean isFigure(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /** The share of the words, figures left alone, that is other words now. */
  Draft reworded(double share, Random random) {
    return words(
        word -> isFigure(word) || random.nextDouble() >= share ? word : phrases.anyWord(random));
  }

  /** The share of the figures that is others now. */
  Draft refigured(double share, Random random) {
    return words(
        word -> isFigure(word) && random.nextDouble() < share ? DraftWriter.figure(random) : word);
  }

  String text() {
    String space = phrases.glued() ? "" : " ";
    String stop = phrases.glued() ? "。" : ". ";
    return paragraphs.stream()
        .map(
            paragraph ->
                paragraph.stream()
                    .map(sentence -> String.join(space, sentence) + stop)
                    .collect(Collectors.joining())
                    .strip())
        .collect(Collectors.joining("\n\n"));
  }
}
