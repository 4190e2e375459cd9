package costwire.extract.lexicon;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import costwire.extract.text.Fold;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By what words a language tells where somebody is from: the country's name, its great cities, and
 * its language or way of speaking another's, which is the adjective in most languages ("French",
 * "American English"). From CLDR.
 */
public final class Nations {
  private static final Map<String, Nations> BY_LANGUAGE = new ConcurrentHashMap<>();

  /** Languages that bear their country's name, and those spoken in their own way somewhere. */
  private static final Map<String, String> SPOKEN =
      Map.ofEntries(
          Map.entry("zh", "CN"),
          Map.entry("ja", "JP"),
          Map.entry("ko", "KR"),
          Map.entry("fr", "FR"),
          Map.entry("de", "DE"),
          Map.entry("ru", "RU"),
          Map.entry("it", "IT"),
          Map.entry("es", "ES"),
          Map.entry("pt", "PT"),
          Map.entry("sv", "SE"),
          Map.entry("fi", "FI"),
          Map.entry("no", "NO"),
          Map.entry("da", "DK"),
          Map.entry("nl", "NL"),
          Map.entry("pl", "PL"),
          Map.entry("cs", "CZ"),
          Map.entry("hu", "HU"),
          Map.entry("el", "GR"),
          Map.entry("tr", "TR"),
          Map.entry("uk", "UA"),
          Map.entry("ro", "RO"),
          Map.entry("bg", "BG"),
          Map.entry("sr", "RS"),
          Map.entry("hr", "HR"),
          Map.entry("vi", "VN"),
          Map.entry("th", "TH"),
          Map.entry("id", "ID"),
          Map.entry("en-US", "US"),
          Map.entry("en-GB", "GB"),
          Map.entry("en-CA", "CA"),
          Map.entry("en-AU", "AU"),
          Map.entry("pt-BR", "BR"),
          Map.entry("de-AT", "AT"),
          Map.entry("de-CH", "CH"));

  private final Map<String, Set<String>> words = new HashMap<>();

  private Nations(String language) {
    ULocale locale = ULocale.forLanguageTag(language);
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
    LocaleDisplayNames shorter =
        LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT);
    for (String country : Locale.getISOCountries()) {
      add(country, names.regionDisplayName(country));
      add(country, shorter.regionDisplayName(country));
    }
    for (Map.Entry<String, String> spoken : SPOKEN.entrySet()) {
      String name = names.languageDisplayName(spoken.getKey());
      int region = spoken.getKey().indexOf('-');
      String plain =
          region < 0 ? "" : names.languageDisplayName(spoken.getKey().substring(0, region));
      add(spoken.getValue(), name.replace(plain, "").trim());
    }
    TimeZoneNames zones = TimeZoneNames.getInstance(locale);
    for (String zone :
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
      String city = zones.getExemplarLocationName(zone);
      if (city != null) {
        add(TimeZone.getRegion(zone), city);
      }
    }
  }

  private void add(String country, String name) {
    boolean oneWord = !name.isEmpty() && name.chars().allMatch(Nations::isPartOfWord);
    if (oneWord && !name.equals(country)) {
      words.computeIfAbsent(country, c -> new TreeSet<>()).add(Fold.of(name));
    }
  }

  private static boolean isPartOfWord(int c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Those of a language, by its ISO 639 code. */
  public static Nations of(String language) {
    return BY_LANGUAGE.computeIfAbsent(language, Nations::new);
  }

  /** The words for a country, folded, each with the ending of its first form; none if unknown. */
  public Set<String> words(String country) {
    return words.getOrDefault(country, Set.of());
  }
}
