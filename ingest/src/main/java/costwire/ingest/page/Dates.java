package costwire.ingest.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as files, feeds and pages write them for machines. Without a zone they are UTC. */
public final class Dates {
  /** A clock or a zone may be off by this much; a date later than that is none. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  /** The first news on the web, generously. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final int MAX_LENGTH = 64;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' '][' ']HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern ISO_SHAPE =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(.*?)(?: ?([+-]\\d\\d)(?::?(\\d\\d))?)?");

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "/(19|20)(\\d\\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?=[/_-]|\\b)");

  private Dates() {}

  /**
   * An ISO 8601 date with or without a time and an offset, or an RFC 1123 date.
   *
   * @return null if it is neither
   */
  public static @Nullable Instant read(@Nullable String text) {
    return read(text, ZoneOffset.UTC);
  }

  /**
   * As {@link #read(String)}; a time without an offset is that of a zone, a day alone that of UTC.
   */
  static @Nullable Instant read(@Nullable String text, ZoneId zone) {
    String date = text == null ? "" : text.strip();
    if (date.isEmpty() || date.length() > MAX_LENGTH) {
      return null;
    }
    if (!Character.isDigit(date.charAt(0)) && date.indexOf(':') < 0) {
      return null;
    }
    Matcher iso = ISO_SHAPE.matcher(date);
    return iso.matches() ? readIso(iso, zone) : readRfc(date);
  }

  /** The date that an article bears: not in the future when it was read, not before the web. */
  public static @Nullable Instant notAfter(@Nullable Instant date, Instant read) {
    if (date == null || date.isBefore(EARLIEST) || date.isAfter(read.plus(TOLERANCE))) {
      return null;
    }
    return date.isAfter(read) ? read : date;
  }

  /** The day in an address such as {@code /2025/09/18/title}; null if there is none. */
  static @Nullable Instant inAddress(@Nullable String address) {
    Matcher match = IN_ADDRESS.matcher(address == null ? "" : address);
    return match.find()
        ? read(match.group(1) + match.group(2) + "-" + match.group(3) + "-" + match.group(4))
        : null;
  }

  private static Instant instant(TemporalAccessor read, ZoneId zone) {
    if (read instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return read instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : LocalDate.from(read).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static @Nullable Instant readIso(Matcher iso, ZoneId zone) {
    String minutes = iso.group(4) == null ? "00" : iso.group(4);
    String offset = iso.group(3) == null ? "" : iso.group(3) + ":" + minutes;
    try {
      return instant(
          ISO.parseBest(
              iso.group(1) + iso.group(2) + offset,
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from),
          zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant readRfc(String date) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
