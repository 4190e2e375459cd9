package costwire.extract.lexicon;

import costwire.extract.text.Fold;
import costwire.extract.text.Words;
import java.util.HashMap;
import java.util.Map;

/** Words of scripts without spaces, character by folded character. */
public final class CharTrie implements Words {
  private final Node root = new Node();

  /** Adds a word, in any form: it is folded here. */
  public void add(String word) {
    Node node = root;
    String folded = Fold.of(word);
    for (int i = 0; i < folded.length(); i++) {
      node = node.next.computeIfAbsent(folded.charAt(i), c -> new Node());
    }
    node.ends |= node != root;
  }

  @Override
  public int longestAt(CharSequence text, int from, int to) {
    Node node = root;
    int longest = 0;
    for (int i = from; i < to && node != null; i++) {
      char c = Fold.of(text.charAt(i));
      if (c != 0) {
        node = node.next.get(c);
      }
      if (node != null && node.ends) {
        longest = i + 1 - from;
      }
    }
    return longest;
  }

  private static final class Node {
    final Map<Character, Node> next = new HashMap<>(2);
    boolean ends;
  }
}
