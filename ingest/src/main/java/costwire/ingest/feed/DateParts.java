package costwire.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A date being put together from its words. */
final class DateParts {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2200;

  /** Thai feeds may count from the Buddha. */
  private static final int BUDDHIST = 543;

  private static final int MAX_OFFSET_MINUTES = 14 * 60;

  private final @Nullable String language;
  private int year = -1;
  private int month;
  private int day = -1;
  private long seconds;
  private boolean timed;
  private boolean afternoon;
  private boolean morning;
  private boolean broken;
  private ZoneId zone = ZoneOffset.UTC;

  DateParts(@Nullable String language) {
    this.language = language;
  }

  void time(String text) {
    if (timed) {
      return;
    }
    String[] parts = text.split(":", -1);
    int hour = Integer.parseInt(parts[0]);
    int minute = Integer.parseInt(parts[1]);
    int second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
    broken |= hour > 24 || minute > 59 || second > 60;
    seconds = hour * 3600L + minute * 60L + second;
    timed = true;
  }

  /** Year, month, day or day, month, year; with slashes, only if it can be told. */
  void numeric(String text, char by) {
    String[] parts = text.split("[-/.]", -1);
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    int third = Integer.parseInt(parts[2]);
    if (parts[0].length() == 4) {
      set(first, second, third);
    } else if (by == '.') {
      set(whole(parts[2], third), second, first);
    } else if (parts[2].length() != 4) {
      broken = true;
    } else if (first > 12 || first == second) {
      set(third, second, first);
    } else if (second > 12) {
      set(third, first, second);
    } else if (language != null && !language.equals("en")) {
      set(third, second, first);
    } else {
      broken = true;
    }
  }

  private void set(int theYear, int theMonth, int theDay) {
    broken |= year >= 0;
    year = theYear;
    month = theMonth;
    day = theDay;
  }

  void number(String text) {
    int number = Integer.parseInt(text);
    if (text.length() <= 2 && day < 0) {
      day = number;
    } else if (year < 0) {
      year = whole(text, number);
    }
  }

  private static int whole(String text, int number) {
    return text.length() > 2 ? number : number < 70 ? 2000 + number : 1900 + number;
  }

  /** Other than a month's name or half of the day it says nothing. */
  void word(String word) {
    switch (word.replace(".", "")) {
      case "pm", "下午", "午後", "오후", "μμ", "م" -> afternoon = true;
      case "am", "上午", "午前", "오전", "πμ", "ص" -> morning = true;
      default -> {
        int named = month == 0 ? MonthNames.number(word, language) : 0;
        month = named == 0 ? month : named;
      }
    }
  }

  void zone(ZoneId other) {
    zone = other;
  }

  void offset(String text) {
    String digits = text.substring(1).replace(":", "");
    int hours =
        Integer.parseInt(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
    int minutes =
        digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
    int offset = hours * 60 + minutes;
    if (minutes < 60 && offset <= MAX_OFFSET_MINUTES) {
      zone = ZoneOffset.ofTotalSeconds((text.charAt(0) == '-' ? -offset : offset) * 60);
    }
  }

  /** Null unless it is a whole date. */
  @Nullable Instant instant() {
    int common = year > 2400 && year < 2700 ? year - BUDDHIST : year;
    if (broken || common < FIRST_YEAR || common > LAST_YEAR) {
      return null;
    }
    try {
      return LocalDate.of(common, month, day)
          .atStartOfDay()
          .plusSeconds(ofDay())
          .atZone(zone)
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private long ofDay() {
    long hour = seconds / 3600;
    long half = afternoon && hour < 12 ? 12 * 3600L : morning && hour == 12 ? -12 * 3600L : 0;
    return seconds + half;
  }
}
