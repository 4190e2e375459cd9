package costwire.extract.text;

import opennlp.tools.util.Span;

/**
 * A sentence and its tokens.
 *
 * @param start where it begins in its field, in UTF-16 units
 * @param tokens spans in the field
 * @param words the tokens as written
 */
@SuppressWarnings("ArrayRecordComponent") // OpenNLP speaks in arrays; nobody compares sentences
public record Sentence(String text, int start, Span[] tokens, String[] words) {
  public int size() {
    return words.length;
  }
}
