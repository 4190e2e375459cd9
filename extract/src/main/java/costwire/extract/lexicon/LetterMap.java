package costwire.extract.lexicon;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by words, letter by letter: what of a longer word is one is found in one walk, where a
 * hash table wants every beginning spelled out.
 */
final class LetterMap<V> {
  private final Node<V> root = new Node<>();

  /** The word's value, made if there is none. */
  V computeIfAbsent(String word, Supplier<V> made) {
    Node<V> node = root;
    for (int i = 0; i < word.length(); i++) {
      node = node.grown(word.charAt(i));
    }
    V value = node.value == null ? made.get() : node.value;
    node.value = value;
    return value;
  }

  /** The value of what stands between two letters of a text; null if it is no word. */
  @Nullable V get(String text, int from, int to) {
    Node<V> node = root;
    for (int i = from; i < to && node != null; i++) {
      node = node.next(text.charAt(i));
    }
    return node == null ? null : node.value;
  }

  /** Where the longest word ends that begins at a letter and ends at another at most, or -1. */
  int longestEnd(String text, int from, int to) {
    int longest = -1;
    Node<V> node = root;
    for (int i = from; node != null; i++) {
      longest = node.value == null ? longest : i;
      node = i < to ? node.next(text.charAt(i)) : null;
    }
    return longest;
  }

  /** Where every word begins. */
  Node<V> root() {
    return root;
  }

  /** Some letters, and what may follow them. */
  static final class Node<V> {
    private static final char[] NO_LETTERS = {};
    private static final Node<?>[] NO_NODES = {};

    private char[] letters = NO_LETTERS;

    @SuppressWarnings("unchecked") // there is none in it
    private Node<V>[] nodes = (Node<V>[]) NO_NODES;

    private @Nullable V value;

    /** With one letter more; null if no word goes on so. */
    @Nullable Node<V> next(char letter) {
      int at = Arrays.binarySearch(letters, letter);
      return at < 0 ? null : nodes[at];
    }

    /** What the letters are; null if they are no whole word. */
    @Nullable V value() {
      return value;
    }

    private Node<V> grown(char letter) {
      int at = Arrays.binarySearch(letters, letter);
      if (at >= 0) {
        return nodes[at];
      }
      int size = letters.length;
      char[] more = Arrays.copyOf(letters, size + 1);
      Node<V>[] grown = Arrays.copyOf(nodes, size + 1);
      System.arraycopy(letters, -at - 1, more, -at, size + at + 1);
      System.arraycopy(nodes, -at - 1, grown, -at, size + at + 1);
      more[-at - 1] = letter;
      grown[-at - 1] = new Node<>();
      letters = more;
      nodes = grown;
      return grown[-at - 1];
    }
  }
}
