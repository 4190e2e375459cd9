package costwire.extract.read;

import costwire.extract.catalogue.Catalogue;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexicons;
import costwire.extract.lexicon.PhraseTrie;
import costwire.extract.lexicon.Phrases;
import costwire.extract.text.Fold;
import costwire.extract.text.LexicalTokenizer;
import costwire.extract.text.Words;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import opennlp.tools.util.Span;

/**
 * Sees at a glance, before its language is known, that an article has nothing to do with compute:
 * it has no words for it in any language.
 */
final class Subject {
  private static final Set<Cue> CUES = EnumSet.of(Cue.AI, Cue.COMPUTE, Cue.TRAINING);

  /** A longer text may have one such word by chance. */
  private static final int SHORT = 700;

  /** Shorter words are another language's word for something else, unless in capitals. */
  private static final int LEAST_WORD = 4;

  private final PhraseTrie<Boolean> phrases;
  private final LexicalTokenizer tokenizer;

  Subject(Lexicons lexicons, Catalogue catalogue) {
    Phrases<Boolean> words = new Phrases<>();
    lexicons.subjects(CUES).forEach(word -> add(words, word));
    catalogue.subjects().forEach(word -> add(words, word));
    this.phrases = words.trie();
    this.tokenizer = new LexicalTokenizer(words.words(), Words.NONE, false);
  }

  /** With any ending; the value says whether small letters will do. */
  private static void add(Phrases<Boolean> words, String word) {
    boolean isLong = word.length() >= LEAST_WORD;
    words.add(isLong && !word.endsWith("~") ? word + "~" : word, isLong);
  }

  /** Whether the article may speak of compute. */
  boolean mayBeOf(String title, String text) {
    int enough = title.length() + text.length() < SHORT ? 1 : 2;
    Set<String> found = new HashSet<>();
    return find(title, enough, found) || find(text, enough, found);
  }

  /** Looks for words, alike ones counting once, until there are enough. */
  private boolean find(String text, int enough, Set<String> found) {
    Tokens tokens = new Tokens(text, tokenizer.tokenizePos(text));
    for (int i = 0; i < tokens.size() && found.size() < enough; i++) {
      int at = i;
      phrases.match(
          tokens,
          at,
          (inSmall, to) -> {
            if (inSmall || !Character.isLowerCase(tokens.first(at))) {
              String norm = tokens.forms(at).get(0);
              found.add(norm.substring(0, Math.min(LEAST_WORD, norm.length())));
            }
          });
    }
    return found.size() >= enough;
  }

  @SuppressWarnings("ArrayRecordComponent") // as OpenNLP gives them; nobody compares them
  private record Tokens(String text, Span[] spans) implements PhraseTrie.Variants {
    @Override
    public int size() {
      return spans.length;
    }

    @Override
    public List<String> forms(int token) {
      return List.of(Fold.of(spans[token].getCoveredText(text).toString()));
    }

    char first(int token) {
      return text.charAt(spans[token].getStart());
    }
  }
}
