package costwire.extract.name;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import costwire.extract.catalogue.Mention;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.read.Passage;
import costwire.extract.text.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.util.Span;

/**
 * An article's words as the name tagger sees them: how each is written, what the lexicon says of
 * it, and how the whole article uses it.
 */
final class Wording {
  /** Longest stretch of words that is looked for again in the article. */
  private static final int LONGEST_REPEATED = 6;

  private static final int LEAST_REPEATED = 3;

  /**
   * A word's description: what is looked at from its neighbours too, and what only from itself.
   *
   * @param from its first token
   * @param to one past its last
   * @param usage how the article uses it, but for what it repeats
   * @param spelling its letters
   * @param repeated its place in a stretch that the article repeats
   */
  record Word(
      int from,
      int to,
      String norm,
      String shape,
      List<String> marks,
      List<String> usage,
      List<String> spelling,
      String repeated) {
    Word with(List<String> otherMarks) {
      return new Word(from, to, norm, shape, List.copyOf(otherMarks), usage, spelling, repeated);
    }
  }

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> stretches = new HashMap<>();
  private final Set<String> inTitle = new HashSet<>();
  private final Set<String> small = new HashSet<>();
  private final Set<String> capital = new HashSet<>();

  private Wording(List<Passage> passages) {
    for (Passage passage : passages) {
      Reading reading = passage.reading();
      for (int i = 0; i < reading.size(); i++) {
        String norm = bare(reading, i);
        counts.merge(norm, 1, Integer::sum);
        if (passage.inTitle()) {
          inTitle.add(norm);
        }
        char first = reading.word(i).charAt(0);
        if (Character.isLowerCase(first)) {
          small.add(norm);
        } else if (Character.isUpperCase(first) && i > 0 && !passage.inTitle()) {
          capital.add(norm);
        }
        count(passage, i);
      }
    }
    stretches.values().removeIf(count -> count < 2);
  }

  /** The words of each sentence of an article, described. */
  static List<Word[]> of(List<Passage> passages) {
    Wording wording = new Wording(passages);
    return passages.stream().map(wording::describe).toList();
  }

  /** Counts the stretches of uncased words in no lexicon that begin here. */
  private void count(Passage passage, int from) {
    Reading reading = passage.reading();
    StringBuilder stretch = new StringBuilder();
    for (int to = from; to < reading.size() && to < from + LONGEST_REPEATED; to++) {
      if (!isPlain(reading, to)) {
        break;
      }
      stretch.append(to == from ? "" : " ").append(bare(reading, to));
      if (stretch.length() >= LEAST_REPEATED) {
        stretches.merge(stretch.toString(), 1, Integer::sum);
      }
    }
  }

  private static boolean isPlain(Reading reading, int token) {
    char first = reading.norm(token).charAt(0);
    return Character.isLetter(first)
        && !Character.isLowerCase(first)
        && !Character.isUpperCase(first)
        && reading.at(token).isEmpty();
  }

  /** A Korean word without its particle, which changes with the name's place in the sentence. */
  static String bare(Reading reading, int token) {
    String norm = reading.norm(token);
    if (Character.UnicodeScript.of(norm.charAt(0)) != Character.UnicodeScript.HANGUL) {
      return norm;
    }
    return reading.forms(token).stream()
        .filter(norm::startsWith)
        .min(Comparator.comparingInt(String::length))
        .orElse(norm);
  }

  /** The words of a sentence, described. */
  private Word[] describe(Passage passage) {
    Reading reading = passage.reading();
    int size = reading.size();
    List<Set<String>> marks = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      marks.add(new TreeSet<>());
    }
    mark(passage, marks);
    int[] repeated = repeated(passage);
    List<Word> words = new ArrayList<>(size);
    for (Span unit : units(passage)) {
      int at = unit.getStart();
      Set<String> marked = new TreeSet<>();
      marks.subList(at, unit.getEnd()).forEach(marked::addAll);
      String norm = unit.length() == 1 ? bare(reading, at) : joined(reading, unit);
      words.add(
          new Word(
              at,
              unit.getEnd(),
              norm,
              shape(reading.word(at), at == 0),
              List.copyOf(marked),
              usage(reading.word(at), norm, marked.isEmpty()),
              spelling(reading, at, norm),
              "rep=" + repeated[at]));
    }
    return words.toArray(Word[]::new);
  }

  private static String joined(Reading reading, Span unit) {
    StringBuilder joined = new StringBuilder();
    for (int i = unit.getStart(); i < unit.getEnd(); i++) {
      joined.append(reading.norm(i));
    }
    return joined.toString();
  }

  /**
   * The words: tokens, or in a script without spaces what Unicode's dictionaries hold for words
   * (the tokens are the lexicon's words and single signs).
   */
  private static List<Span> units(Passage passage) {
    String text = passage.sentence().text();
    Span[] tokens = passage.sentence().tokens();
    int offset = passage.sentence().start();
    boolean unspaced = false;
    for (Span token : tokens) {
      unspaced |= Script.of(text.charAt(token.getStart() - offset)) == Script.CONTINUOUS;
    }
    BreakIterator breaks = unspaced ? BreakIterator.getWordInstance(ULocale.ROOT) : null;
    if (breaks != null) {
      breaks.setText(text);
    }
    List<Span> units = new ArrayList<>(tokens.length);
    for (int i = 0; i < tokens.length; ) {
      int start = tokens[i].getStart() - offset;
      int end = i + 1;
      if (breaks != null && Script.of(text.charAt(start)) == Script.CONTINUOUS) {
        int wordEnd = breaks.following(start);
        while (end < tokens.length && tokens[end].getEnd() - offset <= wordEnd) {
          end++;
        }
      }
      units.add(new Span(i, end));
      i = end;
    }
    return units;
  }

  private static void mark(Passage passage, List<Set<String>> marks) {
    Reading reading = passage.reading();
    for (int i = 0; i < reading.size(); i++) {
      for (Mark mark : reading.at(i)) {
        String name = name(mark.lexeme());
        for (int k = i; k < mark.to() && k < marks.size(); k++) {
          marks.get(k).add(name);
        }
      }
    }
    for (int i = 0; i < reading.size(); i++) {
      Cue tail = marks.get(i).isEmpty() ? Compounds.tail(reading, bare(reading, i)) : null;
      if (tail != null) {
        marks.get(i).add("tail" + tail);
      }
    }
    for (Mention mention : passage.mentions()) {
      String name = (mention.isWeak() ? "weak" : "known") + mention.getType();
      for (int k = mention.getStart(); k < mention.getEnd(); k++) {
        marks.get(k).add(name);
      }
    }
    for (Amount amount : passage.amounts()) {
      for (int k = amount.getStart(); k < amount.getEnd(); k++) {
        marks.get(k).add("amount");
      }
    }
  }

  private static String name(Lexeme lexeme) {
    return lexeme instanceof Lexeme.Sign sign
        ? sign.cue().name()
        : lexeme.getClass().getSimpleName();
  }

  /** For each token its place in the longest repeated stretch: 0 in none, 1 first, 2 inside. */
  private int[] repeated(Passage passage) {
    Reading reading = passage.reading();
    int[] places = new int[reading.size()];
    for (int i = 0; i < places.length; ) {
      int longest = 0;
      StringBuilder stretch = new StringBuilder();
      for (int to = i; to < places.length && to < i + LONGEST_REPEATED; to++) {
        if (!isPlain(reading, to)) {
          break;
        }
        stretch.append(to == i ? "" : " ").append(bare(reading, to));
        longest = stretches.containsKey(stretch.toString()) ? to + 1 - i : longest;
      }
      for (int k = i; k < i + longest; k++) {
        places[k] = k == i ? 1 : 2;
      }
      i += Math.max(1, longest);
    }
    return places;
  }

  private List<String> usage(String word, String norm, boolean unmarked) {
    if (!Character.isLetter(norm.charAt(0))) {
      return List.of();
    }
    List<String> usage = new ArrayList<>(7);
    int count = Math.min(3, counts.getOrDefault(norm, 1));
    usage.add("n=" + count);
    usage.add("len=" + Math.min(6, norm.length()));
    if (inTitle.contains(norm)) {
      usage.add("title");
    }
    if (unmarked) {
      usage.add("new");
      usage.add("new" + count);
    }
    if (Character.isUpperCase(word.charAt(0))) {
      usage.add(small.contains(norm) ? "alsoSmall" : "neverSmall");
      usage.add(capital.contains(norm) ? "capitalInside" : "capitalAtHead");
    }
    return usage;
  }

  private static List<String> spelling(Reading reading, int token, String norm) {
    if (!Character.isLetter(norm.charAt(0))) {
      return List.of();
    }
    List<String> spelling = new ArrayList<>(4);
    if (Character.isIdeographic(norm.charAt(0)) || norm.charAt(0) > 0x900) {
      spelling.add("z1=" + norm.charAt(norm.length() - 1));
      spelling.add("a1=" + norm.charAt(0));
    }
    if (norm.length() > 4) {
      spelling.add("e3=" + norm.substring(norm.length() - 3));
      spelling.add("e2=" + norm.substring(norm.length() - 2));
    }
    if (reading.lexicon().articles().stream().anyMatch(norm::startsWith)) {
      spelling.add("article");
    }
    if (norm.length() < reading.norm(token).length() && reading.norm(token).startsWith(norm)) {
      spelling.add("particle=" + reading.norm(token).substring(norm.length()));
    }
    return spelling;
  }

  static String shape(String word, boolean first) {
    char c = word.charAt(0);
    StringBuilder shape = new StringBuilder(first ? "^" : "");
    if (Character.isDigit(c)) {
      return shape.append('9').toString();
    }
    if (!Character.isLetter(c)) {
      return shape.append(word.length() == 1 ? word : ".").toString();
    }
    boolean upper = Character.isUpperCase(c);
    boolean moreUpper = false;
    boolean digit = false;
    for (int i = 1; i < word.length(); i++) {
      moreUpper |= Character.isUpperCase(word.charAt(i));
      digit |= Character.isDigit(word.charAt(i));
    }
    boolean cased = upper || Character.isLowerCase(c);
    String script =
        c < 0x250 ? "L" : cased ? "G" : Character.isIdeographic(c) ? "H" : "U" + script(c);
    return shape
        .append(script)
        .append(upper ? 'A' : cased ? 'a' : 'o')
        .append(moreUpper ? "A" : "")
        .append(digit ? "9" : "")
        .toString();
  }

  private static String script(char c) {
    return Character.UnicodeScript.of(c).name();
  }
}
