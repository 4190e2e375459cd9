package costwire.extract.lexicon;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What CLDR calls the world's countries and great cities in a language. */
final class PlaceNames {
  private PlaceNames() {}

  static Set<String> in(String language) {
    ULocale locale = ULocale.forLanguageTag(language);
    Set<String> places = new TreeSet<>();
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
    for (String country : Locale.getISOCountries()) {
      String name = names.regionDisplayName(country);
      if (name != null && !name.equals(country)) {
        places.add(name);
      }
    }
    TimeZoneNames zones = TimeZoneNames.getInstance(locale);
    for (String zone :
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
      String city = zones.getExemplarLocationName(zone);
      if (city != null) {
        places.add(city);
      }
    }
    return places;
  }
}
