package costwire.extract.text;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.util.Span;

/**
 * Splits text into words, numbers and signs, in one pass, in any script.
 *
 * <p>A number keeps its separators ({@code 1.234,56}, {@code 22 000}); a name keeps its digits
 * ({@code GPT-4}, {@code MI300X}); what is glued comes apart ({@code USD34.6m}, {@code 3億}); text
 * without spaces is cut at the longest words that the language's lexicon knows.
 */
public final class LexicalTokenizer implements Tokenizer {
  /** What companies write behind their names. */
  private static final List<String> DOMAINS = List.of(".ai", ".com", ".io", ".tech", ".cloud");

  /** What thousands, millions and milliards are abbreviated to before a dollar sign. */
  private static final String MILLION = "kKMG";

  /** Syllables of a Korean particle, at most. */
  private static final int PARTICLE = 2;

  private final Words words;
  private final Words prefixes;
  private final boolean spaceGroups;

  /**
   * @param words known words, for scripts without spaces
   * @param prefixes words that may be glued to the number after them, such as currency codes
   * @param spaceGroups whether the language parts thousands by spaces
   */
  public LexicalTokenizer(Words words, Words prefixes, boolean spaceGroups) {
    this.words = words;
    this.prefixes = prefixes;
    this.spaceGroups = spaceGroups;
  }

  /** The stretches of a phrase whose words only a list of known words can tell apart. */
  public static List<String> unspacedRuns(String phrase) {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < phrase.length(); ) {
      char c = phrase.charAt(i);
      Script script = Script.of(c);
      boolean unspaced = script == Script.CONTINUOUS || script == Script.HANGUL;
      int end = Script.isLetter(c) && unspaced ? runEnd(phrase, i, script) : i + 1;
      if (end > i + 1 || (Script.isLetter(c) && unspaced)) {
        runs.add(phrase.substring(i, end));
      }
      i = end;
    }
    return runs;
  }

  @Override
  public String[] tokenize(String text) {
    return Span.spansToStrings(tokenizePos(text), text);
  }

  @Override
  public Span[] tokenizePos(String text) {
    List<Span> spans = new ArrayList<>(text.length() / 4 + 4);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Script.isDigit(c)) {
        i = add(spans, i, number(text, i));
      } else if (isCross(text, i)) {
        i = add(spans, i, i + 1);
      } else if (Script.isLetter(c)) {
        i = letters(text, i, spans);
      } else if (isBlank(c)) {
        i++;
      } else {
        i = add(spans, i, i + 1);
      }
    }
    return spans.toArray(Span[]::new);
  }

  /** 4x8, 8xH100: a letter that multiplies. */
  private static boolean isCross(String text, int at) {
    char c = text.charAt(at);
    return (c == 'x' || c == 'X' || c == 'х')
        && at > 0
        && at + 1 < text.length()
        && Script.isDigit(text.charAt(at - 1))
        && (Script.isDigit(text.charAt(at + 1)) || Character.isUpperCase(text.charAt(at + 1)));
  }

  private static int add(List<Span> spans, int from, int to) {
    spans.add(new Span(from, to));
    return to;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL;
  }

  /** The end of the number that begins at {@code from}. */
  private int number(String text, int from) {
    int i = digits(text, from);
    int group = i - from;
    while (i + 1 < text.length()) {
      char c = text.charAt(i);
      int next = digits(text, i + 1);
      int length = next - i - 1;
      boolean joins = isSeparator(c) ? length > 0 : groups(c) && length == 3 && group <= 3;
      if (!joins) {
        break;
      }
      group = length;
      i = next;
    }
    return i;
  }

  private boolean groups(char c) {
    return c == 0x202F || c == 0x2009 || (spaceGroups && (c == ' ' || c == 0x00A0));
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == ',' || c == '\'' || c == '’' || c == '٫' || c == '٬' || c == '，'
        || c == '．';
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && Script.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Adds the words that begin at {@code from}, and answers where the last of them ends. */
  private int letters(String text, int from, List<Span> spans) {
    return switch (Script.of(text.charAt(from))) {
      case CONTINUOUS -> continuous(text, from, spans);
      case HANGUL -> hangul(text, from, spans);
      case LATIN, ALPHABETIC -> add(spans, from, alphanumeric(text, from));
    };
  }

  private int alphanumeric(String text, int from) {
    Script script = Script.of(text.charAt(from));
    int i = from;
    while (i < text.length() && belongs(text.charAt(i), script)) {
      i++;
    }
    if (i == from + 1
        && i < text.length()
        && text.charAt(i) == '$'
        && (MILLION.indexOf(text.charAt(from)) < 0 || !isBehindNumber(text, from))) {
      // A$5 is Australian, 5 M$ are million, and "a $5 million plan" is neither.
      return i + 1;
    }
    int glued = prefixes.longestAt(text, from, i);
    if (glued == i - from && i < text.length() && Script.isDigit(text.charAt(i))) {
      return i;
    }
    // 10k-20k, 10 juta-20 juta: what stands at a number is its unit, and no name.
    boolean unit = from > 0 && (Script.isDigit(text.charAt(from - 1)) || isMultiplier(text, from));
    while (!unit && i < text.length() && Script.takesDigits(text.charAt(from))) {
      char c = text.charAt(i);
      if (belongs(c, script) || Script.isDigit(c)) {
        i++;
      } else if (c == '.' && domain(text, i) > 0) {
        return i + domain(text, i);
      } else if ((c == '-' || c == '‑' || c == '.') && continuesName(text, i, c)) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  /** Whether it is a word in small letters right behind a number, with the next one behind it. */
  private static boolean isMultiplier(String text, int from) {
    return Character.isLowerCase(text.charAt(from)) && isBehindNumber(text, from);
  }

  private static boolean isBehindNumber(String text, int from) {
    return from > 1
        && (isBlank(text.charAt(from - 1))
            ? Script.isDigit(text.charAt(from - 2))
            : Script.isDigit(text.charAt(from - 1)));
  }

  /** Length of the domain that a name bears, as {@code Character.ai} does; 0 for none. */
  private static int domain(String text, int dot) {
    for (String domain : DOMAINS) {
      int end = dot + domain.length();
      boolean here = text.regionMatches(true, dot, domain, 0, domain.length());
      if (here && (end == text.length() || !Script.isLetter(text.charAt(end)))) {
        return domain.length();
      }
    }
    return 0;
  }

  /** {@code GPT-4}, {@code Llama-3.1}: a digit after a hyphen; after a point one on both sides. */
  private static boolean continuesName(String text, int at, char c) {
    char before = text.charAt(at - 1);
    return at + 1 < text.length()
        && Script.isDigit(text.charAt(at + 1))
        && (c == '.' ? Script.isDigit(before) : !isHebrew(before));
  }

  /** Hebrew writes its prepositions with a hyphen before digits: כ-5, ב-12. */
  private static boolean isHebrew(char c) {
    return c >= 0x05D0 && c <= 0x05EA;
  }

  private static boolean belongs(char c, Script script) {
    return Script.isLetter(c)
        && (Script.of(c) == script
            || Character.getType(c) == Character.NON_SPACING_MARK
            || c == 0x200C
            || c == 0x200D
            || c == 0x00AD);
  }

  /** Cuts a whole run at once: looking for its end at every word would square the work. */
  private int continuous(String text, int from, List<Span> spans) {
    int end = runEnd(text, from, Script.CONTINUOUS);
    for (int i = from; i < end; ) {
      i = add(spans, i, unspacedWord(text, i, end));
    }
    return end;
  }

  private int unspacedWord(String text, int from, int end) {
    int known = words.longestAt(text, from, end);
    if (known > 0) {
      return from + known;
    }
    int i = from + 1;
    if (isKatakana(text.charAt(from))) {
      while (i < end && isKatakana(text.charAt(i)) && words.longestAt(text, i, end) == 0) {
        i++;
      }
    } else if (Character.isHighSurrogate(text.charAt(from)) && i < end) {
      i++;
    }
    return i;
  }

  /**
   * Known words one after the other, then what clings to them. A single syllable is a word of its
   * own only behind a number or another known word, and before no more than a particle or another
   * word: elsewhere it is the head of a longer one.
   */
  private int hangul(String text, int from, List<Span> spans) {
    int end = runEnd(text, from, Script.HANGUL);
    int start = from;
    boolean glued = from > 0 && Script.isDigit(text.charAt(from - 1));
    int least = followsNumber(text, from, spans) ? 1 : 2;
    int known = words.longestAt(text, start, end);
    while (known >= least
        && start + known < end
        && (glued || known > 1 || isWord(text, start + known, end))) {
      start = add(spans, start, start + known);
      known = words.longestAt(text, start, end);
      least = 1;
    }
    return add(spans, start, end);
  }

  /** Whether it is no more than a particle, or begins with a word. */
  private boolean isWord(String text, int from, int end) {
    return end - from <= PARTICLE || words.longestAt(text, from, end) > 1;
  }

  private boolean followsNumber(String text, int from, List<Span> spans) {
    if (spans.isEmpty()) {
      return false;
    }
    Span last = spans.get(spans.size() - 1);
    return from - last.getEnd() <= 1
        && (Script.isDigit(text.charAt(last.getEnd() - 1))
            || words.longestAt(text, last.getStart(), last.getEnd()) == last.length());
  }

  private static boolean isKatakana(char c) {
    return c >= 0x30A0 && c <= 0x30FF;
  }

  private static int runEnd(String text, int from, Script script) {
    int i = from;
    while (i < text.length()
        && Script.isLetter(text.charAt(i))
        && Script.of(text.charAt(i)) == script) {
      i++;
    }
    return i;
  }
}
