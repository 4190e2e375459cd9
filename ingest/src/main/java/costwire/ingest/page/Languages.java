package costwire.ingest.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/** Language tags as pages and feeds write them. */
public final class Languages {
  private static final Map<String, String> SHORT = shortCodes();

  private Languages() {}

  /**
   * The ISO 639-1 code of a tag such as {@code pt-BR}, {@code zh_Hant} or {@code ell}; the three
   * letter code where there is none of two; null if it is no tag.
   */
  public static @Nullable String code(@Nullable String tag) {
    if (tag == null || tag.length() > 35) {
      return null;
    }
    String first = tag.strip().split("[-_,; ]", 2)[0].toLowerCase(Locale.ROOT);
    if (!first.matches("[a-z]{2,3}") || first.equals("und") || first.equals("mul")) {
      return null;
    }
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
