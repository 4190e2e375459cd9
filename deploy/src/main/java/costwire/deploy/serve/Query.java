package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Moment;
import costwire.stream.Json;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A request's parameters, checked. */
record Query(Context context) {
  private static final int MAX_TEXT = 200;

  /** A text, or null if there is none. */
  @Nullable String text(String name) {
    String value = context.queryParam(name);
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > MAX_TEXT) {
      throw refused(name, "at most " + MAX_TEXT + " characters");
    }
    return value.strip();
  }

  /** One of an enumeration, as it is written in JSON. */
  <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      return Json.mapper().convertValue(value, type);
    } catch (IllegalArgumentException e) {
      throw refused(
          name,
          "one of "
              + String.join(
                  ", ", Json.mapper().convertValue(type.getEnumConstants(), String[].class)));
    }
  }

  /** A moment, or the first one of a day. */
  @Nullable Instant from(String name) {
    return moment(name, false);
  }

  /** A moment, or the last one of a day. */
  @Nullable Instant until(String name) {
    return moment(name, true);
  }

  private @Nullable Instant moment(String name, boolean end) {
    String value = text(name);
    try {
      return value == null ? null : Moment.parse(value, end);
    } catch (DateTimeException e) {
      throw refused(name, Moment.FORMS);
    }
  }

  int number(String name, int otherwise, int least, int most) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused like a number out of range.
    }
    throw refused(name, "a whole number between " + least + " and " + most);
  }

  /** Where the previous page ended. */
  @Nullable Place cursor(String name) {
    String value = context.queryParam(name);
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(value), UTF_8).split(" ", 2);
      return new Place(Instant.parse(parts[0]), parts[1]);
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw refused(name, "the 'next' of an earlier answer");
    }
  }

  static String cursor(Place place) {
    String text = place.at() + " " + place.id();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static Problem.Refused refused(String name, String wanted) {
    return new Problem.Refused(400, "'" + name + "' must be " + wanted);
  }
}
