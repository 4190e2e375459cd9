package costwire.extract.lexicon;

import costwire.extract.text.Fold;
import costwire.extract.text.Words;

/** Words of scripts without spaces, character by folded character. */
public final class CharTrie implements Words {
  private final LetterMap<Boolean> words = new LetterMap<>();

  /** Adds a word, in any form: it is folded here. */
  public void add(String word) {
    String folded = Fold.of(word);
    if (!folded.isEmpty()) {
      words.computeIfAbsent(folded, () -> true);
    }
  }

  @Override
  public int longestAt(CharSequence text, int from, int to) {
    LetterMap.Node<Boolean> node = words.root();
    int longest = 0;
    for (int i = from; i < to && node != null; i++) {
      char c = Fold.of(text.charAt(i));
      if (c != 0) {
        node = node.next(c);
      }
      if (node != null && node.value() != null) {
        longest = i + 1 - from;
      }
    }
    return longest;
  }
}
