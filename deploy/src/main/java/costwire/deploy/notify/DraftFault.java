package costwire.deploy.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import costwire.stream.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a draft's JSON, in words for whoever wrote it. */
final class DraftFault {
  private static final Map<Class<?>, String> WANTED =
      Map.of(
          String.class, "a text",
          Integer.class, "a whole number",
          BigDecimal.class, "a number",
          Instant.class, "an instant such as 2025-01-31T12:00:00Z");

  private DraftFault() {}

  static String words(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown field '" + path(unknown) + "' (known: " + known(unknown) + ")";
    }
    if (e instanceof ValueInstantiationException
        && e.getCause() instanceof IllegalArgumentException ours) {
      return String.valueOf(ours.getMessage());
    }
    if (e instanceof MismatchedInputException wrong) {
      return path(wrong).isEmpty()
          ? "not a subscription in JSON: it must be an object"
          : "'" + path(wrong) + "' must be " + wanted(wrong.getTargetType());
    }
    return "not a subscription in JSON: "
        + e.getOriginalMessage().lines().findFirst().orElse("nothing");
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(field -> field != null)
        .collect(Collectors.joining("."));
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == null) {
      return "something else";
    }
    if (type.isEnum()) {
      String[] names = Json.mapper().convertValue(type.getEnumConstants(), String[].class);
      return "one of " + String.join(", ", names);
    }
    return Collection.class.isAssignableFrom(type)
        ? "a list"
        : WANTED.getOrDefault(type, "an object");
  }
}
