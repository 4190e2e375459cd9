package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Moment;
import costwire.stream.Json;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A request's parameters, checked.
 *
 * @param names of those that its route takes
 */
record Query(Context context, Set<String> names) {
  private static final int MAX_TEXT = 200;
  private static final int MAX_ADDRESS = 4_000;

  /** A cursor holds a moment and an id. */
  private static final int MAX_CURSOR = 400;

  private static final String BOOKMARK = "the 'next' of an earlier answer";

  /**
   * @throws Problem.Refused if there is a parameter that the route does not take
   */
  Query strict() {
    for (String name : new TreeSet<>(context.queryParamMap().keySet())) {
      if (!name.isEmpty() && !names.contains(name)) {
        String known = String.join(", ", new TreeSet<>(names));
        String there = known.isEmpty() ? "there are none" : "known: " + known;
        throw new Problem.Refused(
            400, "'" + Answer.brief(name) + "' is no parameter here; " + there);
      }
    }
    return this;
  }

  /** A text, or null if there is none. */
  @Nullable String text(String name) {
    String value = value(name);
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > MAX_TEXT) {
      throw refused(name, "at most " + MAX_TEXT + " characters");
    }
    return value.strip();
  }

  /** A text as long as addresses may be, or null if there is none. */
  @Nullable String address(String name) {
    String value = value(name);
    if (value != null && value.length() > MAX_ADDRESS) {
      throw refused(name, "at most " + MAX_ADDRESS + " characters");
    }
    return value;
  }

  /** One of an enumeration, as it is written in JSON. */
  <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    Map<String, E> words = Json.words(type);
    E chosen = words.get(value);
    if (chosen == null) {
      throw refused(name, "one of " + String.join(", ", words.keySet()));
    }
    return chosen;
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
    String place = bookmark(name);
    if (place == null) {
      return null;
    }
    try {
      String[] parts = place.split(" ", 2);
      return new Place(Instant.parse(parts[0]), parts[1]);
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw refused(name, BOOKMARK);
    }
  }

  /** What the previous page ended with. */
  @Nullable String bookmark(String name) {
    String value = value(name);
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      if (value.length() <= MAX_CURSOR) {
        return new String(Base64.getUrlDecoder().decode(value), UTF_8);
      }
    } catch (IllegalArgumentException e) {
      // Refused like one that is too long.
    }
    throw refused(name, BOOKMARK);
  }

  /** Opaque to clients, who need not know what orders the pages. */
  static String bookmarked(String place) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }

  private @Nullable String value(String name) {
    if (!names.contains(name)) {
      throw new IllegalStateException("the route does not say that it reads '" + name + "'");
    }
    return context.queryParam(name);
  }

  private static Problem.Refused refused(String name, String wanted) {
    return new Problem.Refused(400, "'" + name + "' must be " + wanted);
  }
}
