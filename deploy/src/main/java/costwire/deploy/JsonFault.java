package costwire.deploy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import costwire.stream.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with what somebody wrote as JSON or YAML, in words for them. */
public final class JsonFault {
  private static final Map<Class<?>, String> WANTED =
      Map.of(
          String.class, "a text",
          Boolean.class, "true or false",
          Integer.class, "a whole number",
          BigDecimal.class, "a number",
          URI.class, "an address",
          Instant.class, "an instant such as 2025-01-31T12:00:00Z");

  private JsonFault() {}

  /** Where it stands, such as {@code kafka.port} or {@code feeds[0]}; empty: it is all of it. */
  public static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  /** A name that nobody knows, and those that there are. */
  public static String unknown(UnrecognizedPropertyException e) {
    String known =
        e.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
    return "'" + path(e) + "' (known: " + known + ")";
  }

  /** What would be right there, such as {@code a whole number}. */
  public static String wanted(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return "something else";
    }
    if (type.isEnum()) {
      String[] words = Json.mapper().convertValue(type.getEnumConstants(), String[].class);
      return "one of " + String.join(", ", words);
    }
    return Collection.class.isAssignableFrom(type)
        ? "a list"
        : WANTED.getOrDefault(type, "an object with names and values");
  }
}
