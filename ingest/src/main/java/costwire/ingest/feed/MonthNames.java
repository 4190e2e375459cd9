package costwire.ingest.feed;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the months are called in the languages of the news. */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "et", "lv", "lt", "pl",
          "cs", "sk", "sl", "hr", "sr", "hu", "ro", "bg", "mk", "el", "ru", "uk", "tr", "az", "kk",
          "ka", "hy", "he", "ar", "hi", "bn", "ta", "te", "mr", "ur", "th", "vi", "id", "ms", "fil",
          "sw", "ca", "eu", "gl", "ga", "sq");

  private static final int LEAST = 3;

  private static final Map<String, Map<String, Integer>> KNOWN = new ConcurrentHashMap<>();

  private MonthNames() {}

  /**
   * @param word a name or its short form, in any case
   * @param language ISO 639-1 code that the date is likely in; null if unknown
   * @return 1 to 12; 0 if it names no month, or different ones in different languages
   */
  static int number(String word, @Nullable String language) {
    String name = plain(word);
    int english = of("en").getOrDefault(name.equals("sept") ? "sep" : name, 0);
    if (english > 0) {
      return english;
    }
    if (language != null) {
      int own = named(name, of(language));
      if (own > 0) {
        return own;
      }
    }
    Set<Integer> meant = new HashSet<>();
    for (String other : LANGUAGES) {
      meant.add(of(other).getOrDefault(name, 0));
    }
    meant.remove(0);
    return meant.size() == 1 ? meant.iterator().next() : 0;
  }

  /** By the whole name, or a beginning that is no other month's. */
  private static int named(String name, Map<String, Integer> months) {
    Integer whole = months.get(name);
    if (whole != null || name.length() < LEAST) {
      return whole == null ? 0 : whole;
    }
    Set<Integer> meant = new HashSet<>();
    months.forEach(
        (month, number) -> {
          if (month.startsWith(name)) {
            meant.add(number);
          }
        });
    return meant.size() == 1 ? meant.iterator().next() : 0;
  }

  private static Map<String, Integer> of(String language) {
    return KNOWN.computeIfAbsent(
        LANGUAGES.contains(language) ? language : "en", MonthNames::symbols);
  }

  private static Map<String, Integer> symbols(String language) {
    // Iran and Thailand count otherwise; their feeds do not.
    DateFormatSymbols symbols =
        DateFormatSymbols.getInstance(new ULocale(language + "@calendar=gregorian"));
    Map<String, Integer> names = new HashMap<>();
    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
      for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
        String[] months = symbols.getMonths(context, width);
        for (int i = 0; i < months.length && i < 12; i++) {
          names.put(plain(months[i]), i + 1);
        }
      }
    }
    return Map.copyOf(names);
  }

  private static String plain(String word) {
    String bare = word.toLowerCase(Locale.ROOT).replaceAll("[.'’]+$", "");
    return Normalizer.normalize(bare, Normalizer.Form.NFD)
        .replaceAll("\\p{InCombiningDiacriticalMarks}", "");
  }
}
