package costwire.ingest.page;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The zone that a page's clock is in where it writes none: its country's, if that has just one. */
final class Zones {
  /** Spoken in too many zones to tell. */
  private static final Set<String> WIDE =
      Set.of("ar", "en", "es", "fr", "pt", "ru", "ms", "fa", "ur");

  /** Large countries whose outlets keep the capital's time. */
  private static final Map<String, String> CAPITAL =
      Map.of(
          "CN", "Asia/Shanghai", "DE", "Europe/Berlin", "ES", "Europe/Madrid", "UA", "Europe/Kiev");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Map<String, ZoneId> BY_REGION = new ConcurrentHashMap<>();

  private Zones() {}

  /**
   * @param tag the page's language tag; null if it has none
   */
  static ZoneId of(@Nullable String tag, @Nullable URI url) {
    Tag known = Tag.of(tag == null ? "" : tag.replace('_', '-').strip());
    String region = known.stated.isEmpty() ? regionOf(url) : known.stated;
    region = region.isEmpty() ? known.likely : region;
    return region.length() == 2 ? BY_REGION.computeIfAbsent(region, Zones::only) : ZoneOffset.UTC;
  }

  /** The country that a language tag states and the one that it makes likely; empty for none. */
  private record Tag(String stated, String likely) {
    private static final int MOST = 500;
    private static final Map<String, Tag> KNOWN = new ConcurrentHashMap<>();

    static Tag of(String name) {
      Tag known = KNOWN.get(name);
      if (known != null) {
        return known;
      }
      ULocale locale = ULocale.forLanguageTag(name);
      boolean wide = locale.getLanguage().isEmpty() || WIDE.contains(locale.getLanguage());
      String likely = wide ? "" : ULocale.addLikelySubtags(locale).getCountry();
      Tag tag = new Tag(locale.getCountry(), likely);
      // Pages may write anything there.
      if (KNOWN.size() < MOST) {
        KNOWN.put(name, tag);
      }
      return tag;
    }
  }

  private static String regionOf(@Nullable URI url) {
    String host = url == null || url.getHost() == null ? "" : url.getHost();
    String last = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    boolean country = last.length() == 2 && COUNTRIES.contains(last);
    return last.equals("UK") ? "GB" : country ? last : "";
  }

  private static ZoneId only(String region) {
    Set<String> ids = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, region, null);
    String id = CAPITAL.getOrDefault(region, ids.size() == 1 ? ids.iterator().next() : "Z");
    return ZoneId.of(id);
  }
}
