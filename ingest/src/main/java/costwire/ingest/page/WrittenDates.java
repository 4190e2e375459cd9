package costwire.ingest.page;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Dates as pages write them for people, in the months, the order and the digits of the page's
 * language, with or without a time of day.
 */
final class WrittenDates {
  private static final int LONGEST = 160;
  private static final int BUDDHIST = 543;
  private static final Map<String, WrittenDates> BY_TAG = new ConcurrentHashMap<>();
  private static final int MOST_TAGS = 500;

  /** Without the likes of "mar", which are words of their own, where a letter must follow. */
  private final Map<String, Integer> months = new HashMap<>();

  private final boolean monthFirst;

  private WrittenDates(ULocale locale) {
    names(locale);
    names(ULocale.ENGLISH);
    DateFormat shortest = DateFormat.getDateInstance(DateFormat.SHORT, locale);
    String order = shortest instanceof SimpleDateFormat simple ? simple.toPattern() : "";
    this.monthFirst = order.indexOf('M') < order.indexOf('d');
  }

  static WrittenDates in(@Nullable String tag) {
    String name = tag == null ? "" : tag.replace('_', '-').strip();
    WrittenDates known = BY_TAG.get(name);
    if (known != null) {
      return known;
    }
    WrittenDates made = new WrittenDates(ULocale.forLanguageTag(name));
    if (BY_TAG.size() < MOST_TAGS) {
      BY_TAG.put(name, made);
    }
    return made;
  }

  private void names(ULocale locale) {
    DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
      for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
        String[] names = symbols.getMonths(context, width);
        for (int i = 0; i < Math.min(12, names.length); i++) {
          String name = names[i].toLowerCase(Locale.ROOT).replace(".", "").strip();
          if (name.length() >= 2 && !Character.isDigit(name.charAt(0))) {
            months.putIfAbsent(name, i + 1);
          }
        }
      }
    }
  }

  /** The first date in a short text; null if there is none. */
  @Nullable Instant read(String text, ZoneId zone) {
    if (text.length() > LONGEST) {
      return null;
    }
    List<Token> tokens = Token.of(text);
    for (int i = 0; i + 2 < tokens.size(); i++) {
      LocalDate date = date(tokens.get(i), tokens.get(i + 1), tokens.get(i + 2));
      if (date != null) {
        Time behind = time(tokens, i + 3, i + 7);
        Time time = behind.time == null ? time(tokens, i - 3, i) : behind;
        return time.map(zone, date);
      }
    }
    return null;
  }

  private @Nullable LocalDate date(Token a, Token b, Token c) {
    Integer named = month(a);
    if (named != null && b.isDay() && c.isYear()) {
      return made(c.number, named, b.number);
    }
    named = month(b);
    if (named != null) {
      boolean dayFirst = a.isDay() && c.isYear();
      boolean yearFirst = a.isYear() && c.isDay();
      return dayFirst
          ? made(c.number, named, a.number)
          : yearFirst ? made(a.number, named, c.number) : null;
    }
    if (a.isYear() && b.isDay() && c.isDay()) {
      return made(a.number, b.number, c.number);
    }
    if (!(a.isDay() && b.isDay() && c.isYear())) {
      return null;
    }
    boolean swapped = (monthFirst && a.number <= 12 && a.joint != '.') || b.number > 12;
    return swapped ? made(c.number, a.number, b.number) : made(c.number, b.number, a.number);
  }

  private @Nullable Integer month(Token token) {
    return token.number >= 0 ? null : months.get(token.word);
  }

  private static @Nullable LocalDate made(int year, int month, int day) {
    try {
      return LocalDate.of(year > 2400 ? year - BUDDHIST : year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private record Time(@Nullable LocalTime time, @Nullable ZoneId zone) {
    Instant map(ZoneId usual, LocalDate date) {
      ZoneId where = zone == null ? usual : zone;
      return time == null
          ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
          : date.atTime(time).atZone(where).toInstant();
    }
  }

  /** The time of day between two places. */
  private static Time time(List<Token> tokens, int from, int to) {
    for (int i = Math.max(0, from); i + 1 < tokens.size() && i < to; i++) {
      Token hour = tokens.get(i);
      Token minute = tokens.get(i + 1);
      boolean clock = ":.時时시hч".indexOf(hour.joint) >= 0 && minute.digits == 2;
      if (hour.number >= 0 && hour.number < 24 && clock && minute.number < 60) {
        Token half = i + 2 < tokens.size() ? tokens.get(i + 2) : Token.NONE;
        String before = i > 0 ? tokens.get(i - 1).word : "";
        boolean late = half.word.startsWith("p") || before.equals("오후") || before.equals("下午");
        int hours = late && hour.number < 12 ? hour.number + 12 : hour.number;
        hours = half.word.startsWith("a") && hours == 12 ? 0 : hours;
        boolean exact = minute.joint == ':' && half.digits == 2 && half.number < 60;
        int seconds = exact ? half.number : 0;
        return new Time(LocalTime.of(hours, minute.number, seconds), zone(tokens, i + 2));
      }
    }
    return new Time(null, null);
  }

  private static @Nullable ZoneId zone(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size() && i < from + 4; i++) {
      ZoneId zone = ABBREVIATED.get(tokens.get(i).word);
      if (zone != null) {
        return zone;
      }
    }
    return null;
  }

  private static final Map<String, ZoneId> ABBREVIATED = abbreviated();

  private static Map<String, ZoneId> abbreviated() {
    Map<String, ZoneId> zones = new HashMap<>();
    String all =
        "gmt=Z utc=Z bst=+01:00 cet=+01:00 cest=+02:00 eet=+02:00 eest=+03:00 msk=+03:00 ist=+05:30"
            + " wib=+07:00 jst=+09:00 kst=+09:00 est=-05:00 edt=-04:00 cst=-06:00 cdt=-05:00"
            + " mst=-07:00 mdt=-06:00 pst=-08:00 pdt=-07:00 et=America/New_York"
            + " pt=America/Los_Angeles aest=+10:00 aedt=+11:00 sgt=+08:00 hkt=+08:00 sast=+02:00";
    for (String zone : all.split(" ")) {
      String[] pair = zone.split("=", 2);
      zones.put(pair[0], ZoneId.of(pair[1]));
    }
    return Map.copyOf(zones);
  }

  /** A number with what follows it directly, or a word in small letters (number -1). */
  private record Token(int number, int digits, String word, char joint) {
    static final Token NONE = new Token(-1, 0, "", ' ');

    boolean isDay() {
      return number >= 1 && number <= 31 && digits <= 2;
    }

    boolean isYear() {
      return digits == 4 && number >= 1990 && number < 2700;
    }

    static List<Token> of(String text) {
      List<Token> tokens = new ArrayList<>();
      int i = 0;
      while (i < text.length()) {
        char c = text.charAt(i);
        int from = i;
        if (Character.isDigit(c)) {
          int number = 0;
          while (i < text.length() && Character.isDigit(text.charAt(i))) {
            number = i - from < 6 ? number * 10 + Character.digit(text.charAt(i), 10) : number;
            i++;
          }
          tokens.add(new Token(number, i - from, "", i < text.length() ? text.charAt(i) : ' '));
          i += skipsUnit(text, i);
        } else if (isWord(c)) {
          while (i < text.length() && (isWord(text.charAt(i)) || isInner(text, i))) {
            i++;
          }
          String word = text.substring(from, i).toLowerCase(Locale.ROOT).replace(".", "");
          if (!ORDINALS.contains(" " + word + " ")) {
            tokens.add(new Token(-1, 0, word, ' '));
          }
        } else {
          i++;
        }
      }
      return tokens;
    }

    private static final String ORDINALS = " de del of st nd rd th г року р g do da den om di ";

    /** A full stop within "a.m.". */
    private static boolean isInner(String text, int at) {
      return text.charAt(at) == '.'
          && at + 1 < text.length()
          && isWord(text.charAt(at + 1))
          && isWord(text.charAt(at - 1));
    }

    private static int skipsUnit(String text, int at) {
      return at < text.length() && "年月日時时分년월일시분hч".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
    }

    private static boolean isWord(char c) {
      int type = Character.getType(c);
      return Character.isLetter(c)
          || type == Character.NON_SPACING_MARK
          || type == Character.COMBINING_SPACING_MARK;
    }
  }
}
