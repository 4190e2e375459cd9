package costwire.extract.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.util.Span;

/**
 * Unicode's sentence boundaries behind OpenNLP's interface, for every language alike. A line break
 * always ends a sentence; a full stop behind one of the language's abbreviations, or before a small
 * letter or a digit, does not.
 */
public final class BreakSentenceDetector implements SentenceDetector {
  /** Longer sentences are cut here: no grammar looks further, and time stays linear. */
  static final int MAX_SENTENCE = 4_000;

  private final BreakIterator prototype;
  private final Set<String> abbreviations;

  /**
   * @param language ISO 639-1 code
   * @param abbreviations folded, without their full stop
   */
  public BreakSentenceDetector(String language, Set<String> abbreviations) {
    this.prototype = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language));
    this.abbreviations = Set.copyOf(abbreviations);
  }

  @Override
  public String[] sentDetect(CharSequence text) {
    return Span.spansToStrings(sentPosDetect(text), text);
  }

  @Override
  public Span[] sentPosDetect(CharSequence text) {
    String whole = text.toString();
    BreakIterator breaks = prototype.clone();
    breaks.setText(whole);
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int end = breaks.following(0); end != BreakIterator.DONE; end = breaks.next()) {
      if (end - start >= MAX_SENTENCE || !isAbbreviated(whole, start, end)) {
        addTrimmed(whole, start, end, sentences);
        start = end;
      }
    }
    addTrimmed(whole, start, whole.length(), sentences);
    return sentences.toArray(Span[]::new);
  }

  /** Whether the text up to {@code end} only pauses at an abbreviation. */
  private boolean isAbbreviated(String text, int start, int end) {
    if (end >= text.length()) {
      return false;
    }
    int stop = end;
    while (stop > start && isBlank(text.charAt(stop - 1))) {
      if (text.charAt(stop - 1) == '\n') {
        return false;
      }
      stop--;
    }
    if (stop <= start || text.charAt(stop - 1) != '.') {
      return false;
    }
    char next = text.charAt(end);
    if (Character.isLowerCase(next)) {
      return true;
    }
    int word = stop - 1;
    while (word > start && Script.isLetter(text.charAt(word - 1))) {
      word--;
    }
    String last = Fold.of(text.substring(word, stop - 1));
    boolean initial = last.length() == 1 && Character.isUpperCase(text.charAt(word));
    return initial || abbreviations.contains(last);
  }

  /** Also the spaces that do not break, which stand behind abbreviations. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static void addTrimmed(String text, int from, int to, List<Span> out) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    for (; end - start > MAX_SENTENCE; start += MAX_SENTENCE) {
      out.add(new Span(start, start + MAX_SENTENCE));
    }
    if (end > start) {
      out.add(new Span(start, end));
    }
  }
}
