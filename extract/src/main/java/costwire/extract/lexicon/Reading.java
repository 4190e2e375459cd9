package costwire.extract.lexicon;

import costwire.extract.text.Fold;
import costwire.extract.text.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** A sentence with what its language's lexicon says of its words. */
public final class Reading implements PhraseTrie.Variants {
  /** A letter left alone by a stripped prefix is no word. */
  private static final int LEAST_STEM = 2;

  private final String[] words;
  private final List<List<String>> forms;
  private final List<List<Mark>> marks;
  private final Lexicon lexicon;

  /** Tokens that are written onto the one before. */
  private final BitSet glued;

  /** A lexeme and the tokens it covers, the end exclusive. */
  public record Mark(Lexeme lexeme, int from, int to) {}

  private Reading(String[] words, BitSet glued, Lexicon lexicon) {
    this.words = words;
    this.glued = glued;
    this.lexicon = lexicon;
    this.forms = new ArrayList<>(words.length);
    for (String word : words) {
      forms.add(forms(Fold.of(word), lexicon));
    }
    this.marks = new ArrayList<>(words.length);
    for (int i = 0; i < words.length; i++) {
      marks.add(marksAt(i));
    }
  }

  public static Reading of(Sentence sentence, Lexicon lexicon) {
    Span[] tokens = sentence.tokens();
    BitSet glued = new BitSet(tokens.length);
    for (int i = 1; i < tokens.length; i++) {
      glued.set(i, tokens[i].getStart() == tokens[i - 1].getEnd());
    }
    return new Reading(sentence.words(), glued, lexicon);
  }

  /** A reading of tokens alone, as OpenNLP's name finders get them. */
  public static Reading of(String[] words, Lexicon lexicon) {
    return new Reading(words, new BitSet(), lexicon);
  }

  /** The word itself first; then without what is written onto its front, its end, or both. */
  private static List<String> forms(String folded, Lexicon lexicon) {
    if (lexicon.clitics().isEmpty() && lexicon.enclitics().isEmpty()) {
      return List.of(folded);
    }
    List<String> forms = new ArrayList<>(2);
    forms.add(folded);
    for (String clitic : lexicon.clitics()) {
      if (folded.length() >= clitic.length() + LEAST_STEM && folded.startsWith(clitic)) {
        forms.add(folded.substring(clitic.length()));
      }
    }
    for (String enclitic : lexicon.enclitics()) {
      int whole = forms.size();
      for (int i = 0; i < whole; i++) {
        String form = forms.get(i);
        if (form.length() > enclitic.length() + LEAST_STEM && form.endsWith(enclitic)) {
          forms.add(form.substring(0, form.length() - enclitic.length()));
        }
      }
    }
    return List.copyOf(forms);
  }

  private List<Mark> marksAt(int token) {
    List<Mark> found = new ArrayList<>(2);
    lexicon
        .phrases()
        .match(
            this,
            token,
            (lexeme, end) -> {
              if (counts(lexeme, token) && !isJoined(lexeme, token, end)) {
                found.add(new Mark(lexeme, token, end));
              }
            });
    // Hebrew's "between" is also "in yen" written in one word.
    if (forms.get(token).size() > 1
        && found.stream().anyMatch(mark -> mark.lexeme() instanceof Lexeme.Range)) {
      found.removeIf(mark -> mark.lexeme() instanceof Lexeme.Currency);
    }
    return found.isEmpty() ? List.of() : List.copyOf(found);
  }

  /** An ISO code counts in capitals only: "all", "try" and "mad" are words. */
  private boolean counts(Lexeme lexeme, int token) {
    return !(lexeme instanceof Lexeme.Currency currency && currency.code())
        || words[token].equals(currency.codeOrType());
  }

  /** "Five and-ten" is no fifteen: within a number word nothing may be written onto its parts. */
  private boolean isJoined(Lexeme lexeme, int from, int to) {
    if (to == from + 1 || !(lexeme instanceof Lexeme.Atom) || lexicon.clitics().isEmpty()) {
      return false;
    }
    boolean[] plain = new boolean[1];
    PhraseTrie.Variants unstripped =
        new PhraseTrie.Variants() {
          @Override
          public int size() {
            return Math.min(to, words.length);
          }

          @Override
          public List<String> forms(int token) {
            List<String> all = forms.get(token);
            return token == from ? all : all.subList(0, 1);
          }
        };
    lexicon
        .phrases()
        .match(unstripped, from, (other, end) -> plain[0] |= end == to && other.equals(lexeme));
    return !plain[0];
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  @Override
  public int size() {
    return words.length;
  }

  /** The token as written. */
  public String word(int token) {
    return words[token];
  }

  /** Whether nothing stands between the token and the one before. */
  public boolean isGlued(int token) {
    return glued.get(token);
  }

  /** The token folded. */
  public String norm(int token) {
    return forms.get(token).get(0);
  }

  @Override
  public List<String> forms(int token) {
    return forms.get(token);
  }

  /** Every lexeme that begins at the token. */
  public List<Mark> at(int token) {
    return token >= 0 && token < marks.size() ? marks.get(token) : List.of();
  }

  /** The longest lexeme of a kind that begins at the token, or null. */
  public <L extends Lexeme> @Nullable Mark longest(int token, Class<L> kind) {
    return longest(token, kind, lexeme -> true);
  }

  /** The longest lexeme of a kind that begins at the token and passes the test, or null. */
  public <L extends Lexeme> @Nullable Mark longest(
      int token, Class<L> kind, Predicate<? super L> test) {
    Mark longest = null;
    for (Mark mark : at(token)) {
      if (kind.isInstance(mark.lexeme())
          && test.test(kind.cast(mark.lexeme()))
          && (longest == null || mark.to() > longest.to())) {
        longest = mark;
      }
    }
    return longest;
  }

  /** The longest lexeme of a kind that ends right before the token, or null. */
  public <L extends Lexeme> @Nullable Mark endingAt(
      int token, Class<L> kind, Predicate<? super L> test) {
    for (int from = Math.max(0, token - LONGEST_PHRASE); from < token; from++) {
      for (Mark mark : at(from)) {
        if (mark.to() == token
            && kind.isInstance(mark.lexeme())
            && test.test(kind.cast(mark.lexeme()))) {
          return mark;
        }
      }
    }
    return null;
  }

  private static final int LONGEST_PHRASE = 6;
}
