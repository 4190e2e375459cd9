package costwire.ingest.feed;

import costwire.ingest.page.Dates;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: for machines, or for readers of any language, or almost. Weekdays are
 * not looked at; a zone that nobody knows is UTC.
 */
final class FeedDates {
  private static final int MAX_LENGTH = 100;

  private static final Pattern EPOCH = Pattern.compile("(\\d{9,10})(\\d{3})?");
  private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d))?(Z?)");
  private static final Pattern CJK_DAY =
      Pattern.compile("(\\d{4}) ?[年년][\\s]?(\\d{1,2}) ?[月월]\\s?(\\d{1,2}) ?[日일]");
  private static final Pattern CJK_TIME =
      Pattern.compile("(\\d{1,2}) ?[時时시]\\s?(\\d{1,2}) ?[分분](?:\\s?(\\d{1,2}) ?[秒초])?");
  private static final Pattern DASHED = Pattern.compile("(\\d{1,2})-(\\p{L}{3,12}\\.?)-(\\d{2,4})");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<time>\\d{1,2}:\\d\\d(?::\\d\\d)?)(?:[.,]\\d{1,9})?"
              + "|(?<numeric>\\d{1,4}(?<by>[-/.])\\d{1,2}\\k<by>\\d{2,4})"
              + "|(?<offset>[+-]\\d{1,2}:?(?:\\d\\d)?)"
              + "|(?<number>\\d{1,4})"
              + "|(?<word>[\\p{L}\\p{M}][\\p{L}\\p{M}.'’]{0,30})");

  /** Those of RFC 822 and of the news; the ones with two meanings as they are mostly meant. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("est", "-05:00"),
          Map.entry("edt", "-04:00"),
          Map.entry("et", "America/New_York"),
          Map.entry("cst", "-06:00"),
          Map.entry("cdt", "-05:00"),
          Map.entry("mst", "-07:00"),
          Map.entry("mdt", "-06:00"),
          Map.entry("pst", "-08:00"),
          Map.entry("pdt", "-07:00"),
          Map.entry("pt", "America/Los_Angeles"),
          Map.entry("brt", "-03:00"),
          Map.entry("bst", "+01:00"),
          Map.entry("west", "+01:00"),
          Map.entry("cet", "+01:00"),
          Map.entry("mez", "+01:00"),
          Map.entry("cest", "+02:00"),
          Map.entry("mesz", "+02:00"),
          Map.entry("sast", "+02:00"),
          Map.entry("eet", "+02:00"),
          Map.entry("eest", "+03:00"),
          Map.entry("msk", "+03:00"),
          Map.entry("trt", "+03:00"),
          Map.entry("ist", "+05:30"),
          Map.entry("wib", "+07:00"),
          Map.entry("ict", "+07:00"),
          Map.entry("hkt", "+08:00"),
          Map.entry("sgt", "+08:00"),
          Map.entry("awst", "+08:00"),
          Map.entry("jst", "+09:00"),
          Map.entry("kst", "+09:00"),
          Map.entry("aest", "+10:00"),
          Map.entry("aedt", "+11:00"),
          Map.entry("nzst", "+12:00"),
          Map.entry("nzdt", "+13:00"));

  private FeedDates() {}

  /**
   * @param language ISO 639-1 code of the feed; null if unknown
   * @return null if it cannot be read, or could be read in two ways
   */
  static @Nullable Instant read(@Nullable String text, @Nullable String language) {
    String date = text == null ? "" : plain(text);
    if (date.isEmpty() || date.length() > MAX_LENGTH) {
      return null;
    }
    Matcher epoch = EPOCH.matcher(date);
    if (epoch.matches()) {
      String millis = epoch.group(2) == null ? "000" : epoch.group(2);
      return Instant.ofEpochMilli(Long.parseLong(epoch.group(1) + millis));
    }
    // The day that RFC 1123 names is taken at its word only if there is such a day.
    Instant exact = ISO_DAY.matcher(date).lookingAt() ? Dates.read(date) : null;
    Instant read = exact == null ? inWords(date, language) : exact;
    return read == null ? null : read.truncatedTo(ChronoUnit.MILLIS);
  }

  private static @Nullable Instant inWords(String date, @Nullable String language) {
    String compact = COMPACT.matcher(date).replaceFirst("$1-$2-$3 $4:$5:$6").replace(" ::", "");
    String day = CJK_DAY.matcher(compact).replaceFirst("$1-$2-$3 ");
    String time = CJK_TIME.matcher(day).replaceFirst("$1:$2 ");
    String spaced = DASHED.matcher(time).replaceFirst("$1 $2 $3");
    DateParts parts = new DateParts(language);
    Matcher token = TOKEN.matcher(spaced);
    while (token.find()) {
      take(token, parts);
    }
    return parts.instant();
  }

  private static void take(Matcher token, DateParts parts) {
    if (token.group("time") != null) {
      parts.time(token.group("time"));
    } else if (token.group("numeric") != null) {
      parts.numeric(token.group("numeric"), token.group("by").charAt(0));
    } else if (token.group("offset") != null) {
      parts.offset(token.group("offset"));
    } else if (token.group("number") != null) {
      parts.number(token.group("number"));
    } else {
      String word = token.group("word").toLowerCase(Locale.ROOT);
      String zone = ZONES.get(word);
      if (zone == null) {
        parts.word(word);
      } else {
        parts.zone(zone.startsWith("A") ? ZoneId.of(zone) : ZoneOffset.of(zone));
      }
    }
  }

  /** With western digits and plain spaces. */
  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(MAX_LENGTH + 1L)
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(
            c -> {
              int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
              out.appendCodePoint(digit >= 0 ? '0' + digit : Character.isSpaceChar(c) ? ' ' : c);
            });
    return out.toString().strip();
  }
}
