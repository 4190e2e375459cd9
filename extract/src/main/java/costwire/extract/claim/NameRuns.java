package costwire.extract.claim;

import costwire.extract.catalogue.Mention;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.util.Span;

/**
 * Finds the stretches of a sentence that are written like names: capitals, words in quotation
 * marks, Latin words in other scripts.
 */
final class NameRuns {
  private static final int LONGEST_QUOTED = 4;
  private static final int LONGEST = 5;
  private static final int LONGEST_REPEATED = 6;
  private static final int LEAST_REPEATED = 3;

  private final Passage passage;
  private final Reading reading;
  private final Set<String> common;
  private final boolean[] taken;

  /**
   * @param common folded words that the article also writes with a small letter
   */
  NameRuns(Passage passage, Set<String> common) {
    this.passage = passage;
    this.reading = passage.reading();
    this.common = common;
    this.taken = new boolean[reading.size()];
    for (Mention mention : passage.mentions()) {
      if (!mention.isWeak()) {
        take(mention);
      }
    }
    for (Amount amount : passage.amounts()) {
      take(amount);
    }
  }

  private void take(Span span) {
    for (int i = span.getStart(); i < span.getEnd(); i++) {
      taken[i] = true;
    }
  }

  /**
   * The stretches of words in no lexicon that the article writes more than once, in a script that
   * has no capitals.
   *
   * @param repeated folded stretches, their words parted by spaces
   */
  List<Span> findRepeated(Set<String> repeated) {
    List<Span> runs = new ArrayList<>();
    for (int i = 0; i < reading.size(); ) {
      int end = i;
      for (int to = Math.min(reading.size(), i + LONGEST_REPEATED); to > i && end == i; to--) {
        if (isPlain(i, to) && repeated.contains(text(reading, i, to))) {
          end = to;
        }
      }
      boolean again = end > i;
      end = again ? end : introduced(i);
      if (end > i) {
        runs.add(new Span(i, end, again ? "repeated" : "introduced"));
      }
      i = Math.max(end, i + 1);
    }
    return runs;
  }

  /** Counts every stretch of words in no lexicon, for {@link #findRepeated}. */
  void count(Map<String, Integer> counts) {
    for (int from = 0; from < reading.size(); from++) {
      for (int to = from + 1; to <= reading.size() && to <= from + LONGEST_REPEATED; to++) {
        if (!isPlain(to - 1, to)) {
          break;
        }
        if (text(reading, from, to).length() >= LEAST_REPEATED) {
          counts.merge(text(reading, from, to), 1, Integer::sum);
        }
      }
    }
  }

  private boolean isPlain(int from, int to) {
    for (int i = from; i < to; i++) {
      char first = reading.norm(i).charAt(0);
      boolean uncased = Character.isLetter(first) && !isCased(first);
      if (taken[i] || !uncased || !reading.at(i).isEmpty() || hasArticle(reading.norm(i))) {
        return false;
      }
    }
    return true;
  }

  /** A name rarely bears the article that adjectives and nouns do. */
  private boolean hasArticle(String norm) {
    return reading.lexicon().articles().stream().anyMatch(norm::startsWith);
  }

  /** The stretch that a noun for a company introduces, up to the next mark: 初创企业拾光智能，. */
  private int introduced(int from) {
    boolean behindNoun = passage.cues(Cue.COMPANY).stream().anyMatch(mark -> mark.to() == from);
    int end = from;
    while (behindNoun
        && end < reading.size()
        && end - from < LONGEST_REPEATED
        && isPlain(end, end + 1)) {
      end++;
    }
    boolean closed = end < reading.size() && !isWord(end);
    return closed && text(reading, from, end).length() >= LEAST_REPEATED ? end : from;
  }

  private static boolean isCased(char c) {
    return Character.isLowerCase(c) || Character.isUpperCase(c);
  }

  static String text(Reading reading, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : " ").append(bare(reading, i));
    }
    return text.toString();
  }

  /** A Korean word without its particle, which changes with the name's place in the sentence. */
  private static String bare(Reading reading, int token) {
    String norm = reading.norm(token);
    if (Character.UnicodeScript.of(norm.charAt(0)) != Character.UnicodeScript.HANGUL) {
      return norm;
    }
    return reading.forms(token).stream()
        .filter(form -> norm.startsWith(form))
        .min(Comparator.comparingInt(String::length))
        .orElse(norm);
  }

  /** Letters of a particle at the end of a stretch; 0 in other languages. */
  static int particle(Reading reading, int token) {
    return reading.norm(token).length() - bare(reading, token).length();
  }

  List<Span> find() {
    List<Span> runs = new ArrayList<>();
    for (int i = 0; i < reading.size(); ) {
      int end = reading.norm(i).equals("\"") ? quoted(i) : -1;
      if (end > 0) {
        runs.add(new Span(i + 1, end, "quoted"));
        i = end + 1;
      } else {
        end = capitals(i);
        if (end > i) {
          runs.add(new Span(i, end));
        }
        i = Math.max(end, i + 1);
      }
    }
    return runs;
  }

  /** The closing mark of a short quotation without marks or verbs of its own inside, or -1. */
  private int quoted(int open) {
    for (int i = open + 1; i < reading.size() && i <= open + LONGEST_QUOTED + 1; i++) {
      if (reading.norm(i).equals("\"")) {
        return i > open + 1 ? i : -1;
      }
      if (taken[i] || !isWord(i)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isWord(int token) {
    return Character.isLetterOrDigit(reading.norm(token).codePointAt(0))
        || reading.norm(token).equals("-");
  }

  private int capitals(int from) {
    int end = from;
    while (end < reading.size() && end - from < LONGEST && continuesName(from, end)) {
      end++;
    }
    while (end > from && !isCapital(end - 1) && !isNumber(end - 1)) {
      end--;
    }
    return end;
  }

  private boolean continuesName(int from, int at) {
    if (taken[at] || isPlace(at)) {
      return false;
    }
    if (at == from) {
      return isCapital(at) && !isCommonAtStart(at);
    }
    return isCapital(at)
        || (isNumber(at) && at == from + 1)
        || reading.norm(at).equals("&")
        || (reading.norm(at).equals("-") && at + 1 < reading.size() && isCapital(at + 1));
  }

  private boolean isPlace(int at) {
    return reading.longest(at, Lexeme.Sign.class, sign -> sign.cue() == Cue.PLACE) != null;
  }

  private boolean isNumber(int at) {
    return Character.isDigit(reading.norm(at).charAt(0)) && reading.norm(at).length() <= 3;
  }

  /** A capital letter, in scripts that have them; any Latin word in those that have none. */
  private boolean isCapital(int at) {
    String word = reading.word(at);
    return Character.isUpperCase(word.charAt(0)) && (word.length() > 1 || at > 0);
  }

  /** The first word of a sentence has a capital anyhow, and so have words of the lexicon. */
  private boolean isCommonAtStart(int at) {
    if (common.contains(reading.norm(at))) {
      return true;
    }
    return reading.at(at).stream()
        .anyMatch(
            mark ->
                mark.to() == at + 1
                    && (mark.lexeme() instanceof Lexeme.Sign
                        || mark.lexeme() instanceof Lexeme.Time
                        || mark.lexeme() instanceof Lexeme.Currency
                        || mark.lexeme() instanceof Lexeme.ChipNoun
                        || mark.lexeme() instanceof Lexeme.Atom
                        || mark.lexeme() instanceof Lexeme.Limit));
  }
}
