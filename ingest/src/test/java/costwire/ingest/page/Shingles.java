package costwire.ingest.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How alike two texts are: F1 of their runs of four words, where a character of a script without
 * spaces counts as a word.
 */
final class Shingles {
  private static final int SIZE = 4;

  private Shingles() {}

  /** From 0, nothing in common, to 1, the same words. */
  static double f1(String found, String gold) {
    Map<List<String>, Integer> ours = of(found);
    Map<List<String>, Integer> theirs = of(gold);
    double common = 0;
    for (Map.Entry<List<String>, Integer> shingle : ours.entrySet()) {
      common += Math.min(shingle.getValue(), theirs.getOrDefault(shingle.getKey(), 0));
    }
    double all = total(ours) + total(theirs);
    return all == 0 ? 1 : 2 * common / all;
  }

  private static double total(Map<List<String>, Integer> shingles) {
    return shingles.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<List<String>, Integer> of(String text) {
    List<String> words = words(text);
    Map<List<String>, Integer> shingles = new HashMap<>();
    int size = Math.min(SIZE, words.size());
    for (int i = 0; i + size <= words.size() && size > 0; i++) {
      shingles.merge(List.copyOf(words.subList(i, i + size)), 1, Integer::sum);
    }
    return shingles;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
      boolean whole = UCharacter.isLetterOrDigit(c) && !UScript.breaksBetweenLetters(script(c));
      boolean mark = !UCharacter.isLetterOrDigit(c) && UCharacter.isUAlphabetic(c);
      if (whole || (mark && word.length() > 0)) {
        word.appendCodePoint(c);
        continue;
      }
      if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (UCharacter.isLetterOrDigit(c)) {
        words.add(Character.toString(c));
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  private static int script(int c) {
    return UScript.getScript(c);
  }
}
