package costwire.extract.lexicon;

import costwire.extract.text.Fold;
import costwire.extract.text.LexicalTokenizer;
import costwire.extract.text.Words;
import java.util.ArrayList;
import java.util.List;

/** A vocabulary under construction: phrases with their values, and the unspaced words in them. */
public final class Phrases<V> {
  private final PhraseTrie<V> trie = new PhraseTrie<>();
  private final CharTrie words = new CharTrie();
  private final List<Entry<V>> pending = new ArrayList<>();

  /** Adds a phrase as a data file writes it; {@code ~} behind a word allows for endings. */
  public void add(String phrase, V value) {
    for (String run : LexicalTokenizer.unspacedRuns(phrase)) {
      words.add(run);
    }
    pending.add(new Entry<>(phrase, value));
  }

  /** The phrases, once all are added: how one is cut depends on the words of the others. */
  public PhraseTrie<V> trie() {
    LexicalTokenizer tokenizer = new LexicalTokenizer(words, Words.NONE, false);
    for (Entry<V> entry : pending) {
      trie.add(tokens(tokenizer, entry.phrase()), entry.value());
    }
    pending.clear();
    return trie;
  }

  /** The unspaced words among the phrases. */
  public Words words() {
    return words;
  }

  private static List<String> tokens(LexicalTokenizer tokenizer, String phrase) {
    List<String> tokens = new ArrayList<>();
    for (String token : tokenizer.tokenize(phrase)) {
      if (token.equals("~") && !tokens.isEmpty()) {
        tokens.set(tokens.size() - 1, tokens.get(tokens.size() - 1) + "~");
      } else {
        tokens.add(Fold.of(token));
      }
    }
    // The full stop of an abbreviation may be missing in print, and readers skip it.
    if (tokens.size() > 1 && tokens.get(tokens.size() - 1).equals(".")) {
      tokens.remove(tokens.size() - 1);
    }
    return tokens;
  }

  private record Entry<V>(String phrase, V value) {}
}
