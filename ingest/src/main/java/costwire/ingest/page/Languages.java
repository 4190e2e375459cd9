package costwire.ingest.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Language tags as pages and feeds write them. */
public final class Languages {
  private static final Map<String, String> SHORT = shortCodes();
  private static final Map<String, String> CODES = new ConcurrentHashMap<>();

  private Languages() {}

  /**
   * The ISO 639-1 code of a tag such as {@code pt-BR}, {@code zh_Hant} or {@code ell}; the three
   * letter code where there is none of two; null if it is no tag.
   */
  public static @Nullable String code(@Nullable String tag) {
    if (tag == null || tag.length() > 35) {
      return null;
    }
    String first = first(tag.strip()).toLowerCase(Locale.ROOT);
    if (first.length() < 2 || first.length() > 3 || first.equals("und") || first.equals("mul")) {
      return null;
    }
    // At most as many as there are words of three letters.
    return CODES.computeIfAbsent(first, Languages::modern);
  }

  /** The letters that it begins with, if nothing but a mark of a tag follows. */
  private static String first(String tag) {
    int end = 0;
    while (end < tag.length() && isLetter(tag.charAt(end))) {
      end++;
    }
    return end == tag.length() || "-_,; ".indexOf(tag.charAt(end)) >= 0
        ? tag.substring(0, end)
        : "";
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String modern(String first) {
    String modern = Locale.forLanguageTag(first).toLanguageTag();
    return SHORT.getOrDefault(modern, modern);
  }

  private static Map<String, String> shortCodes() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      String tag = Locale.forLanguageTag(two).toLanguageTag();
      try {
        codes.put(Locale.forLanguageTag(two).getISO3Language(), tag);
      } catch (MissingResourceException e) {
        // No three letters for this one: nothing to shorten.
      }
    }
    return Map.copyOf(codes);
  }
}
