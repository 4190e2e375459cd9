package costwire.extract.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Phrases over folded tokens, looked up in one walk. A token of a phrase that ends in {@code ~}
 * stands for every word that begins so.
 */
public final class PhraseTrie<V> {
  /** The longest ending that {@code ~} allows for. */
  private static final int LONGEST_ENDING = 9;

  private final Node<V> root = new Node<>();

  /** Adds a phrase, already split into folded tokens. */
  public void add(List<String> phrase, V value) {
    if (phrase.isEmpty()) {
      return;
    }
    Node<V> node = root;
    for (String token : phrase) {
      boolean stem = token.length() > 1 && token.endsWith("~");
      String key = stem ? token.substring(0, token.length() - 1) : token;
      node =
          stem
              ? node.stems().computeIfAbsent(key, Node::new)
              : node.words.computeIfAbsent(key, k -> new Node<>());
    }
    node.values.add(value);
  }

  /** Reports each phrase that begins at token {@code from}: its value and the token behind it. */
  public void match(Variants tokens, int from, BiConsumer<V, Integer> found) {
    walk(root, tokens, from, from, found);
  }

  /** The values of the phrases that are this one word. */
  public List<V> of(String word) {
    List<V> values = new ArrayList<>(1);
    match(new OneWord(word), 0, (value, end) -> values.add(value));
    return values;
  }

  private record OneWord(String word) implements Variants {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public List<String> forms(int token) {
      return List.of(word);
    }
  }

  private void walk(Node<V> node, Variants tokens, int at, int from, BiConsumer<V, Integer> found) {
    if (at > from) {
      for (V value : node.values) {
        found.accept(value, at);
      }
    }
    if (at >= tokens.size() || node.isLeaf()) {
      return;
    }
    for (String form : tokens.forms(at)) {
      Node<V> next = node.words.get(form);
      if (next != null) {
        walk(next, tokens, at + 1, from, found);
      }
      if (node.stems != null) {
        int least = Math.max(1, form.length() - LONGEST_ENDING);
        int stem = node.stems.longestEnd(form, 0, form.length());
        while (stem >= least) {
          walk(Objects.requireNonNull(node.stems.get(form, 0, stem)), tokens, at + 1, from, found);
          stem = node.stems.longestEnd(form, 0, stem - 1);
        }
      }
    }
  }

  /** The folded forms under which a sentence's tokens are looked up. */
  public interface Variants {
    int size();

    /** The token itself, then without the small words and endings that cling to it. */
    List<String> forms(int token);
  }

  private static final class Node<V> {
    final Map<String, Node<V>> words = new HashMap<>(4);
    @Nullable LetterMap<Node<V>> stems;
    final List<V> values = new ArrayList<>(1);

    LetterMap<Node<V>> stems() {
      LetterMap<Node<V>> known = stems;
      if (known == null) {
        known = new LetterMap<>();
        stems = known;
      }
      return known;
    }

    boolean isLeaf() {
      return words.isEmpty() && stems == null;
    }
  }
}
