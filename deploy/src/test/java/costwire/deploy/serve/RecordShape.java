package costwire.deploy.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import costwire.stream.Json;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares a record with the schema of its JSON, component by component, down to the leaves. */
final class RecordShape {
  private static final Map<Class<?>, String> TYPES =
      Map.of(
          String.class, "string",
          int.class, "integer",
          Integer.class, "integer",
          double.class, "number",
          BigDecimal.class, "number",
          boolean.class, "boolean",
          URI.class, "string",
          Instant.class, "string",
          LocalDate.class, "string",
          Duration.class, "string");

  private static final Map<Class<?>, String> FORMATS =
      Map.of(Instant.class, "date-time", LocalDate.class, "date");

  private final JsonNode root;
  private final List<String> differences = new ArrayList<>();

  private RecordShape(JsonNode root) {
    this.root = root;
  }

  /** What the one has and the other has not, each with its path. */
  static List<String> differences(Class<?> type, JsonNode schema) {
    RecordShape shape = new RecordShape(schema);
    shape.compare(type.getSimpleName(), type, schema);
    return shape.differences;
  }

  private void compare(String path, Class<?> type, JsonNode schema) {
    Set<String> components = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.add(component.getName());
      JsonNode property = schema.path("properties").path(component.getName());
      String at = path + "." + component.getName();
      if (property.isMissingNode()) {
        differences.add(at + " is not in the schema");
      } else {
        compare(at, type, component, property, schema.path("required"));
      }
    }
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!components.contains(name)) {
                differences.add(path + "." + name + " is not in the record");
              }
            });
  }

  private void compare(
      String path, Class<?> owner, RecordComponent component, JsonNode property, JsonNode all) {
    boolean required = texts(all).contains(component.getName());
    boolean leavesOut = leavesOut(owner);
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (required && leavesOut && nullable) {
      differences.add(path + " is required, and left out where it is null");
    }
    if (takesNull(property) != (nullable && !leavesOut)) {
      differences.add(path + " is null in the one alone");
    }
    compare(path, component.getAnnotatedType(), property);
  }

  private void compare(String path, AnnotatedType annotated, JsonNode unresolved) {
    JsonNode schema = resolved(unresolved);
    if (schema.has("$ref")) {
      // What its own references mean stands in its own document.
      RecordShape other =
          new RecordShape(Schemas.document("schemas/" + schema.get("$ref").asText()));
      other.compare(path, annotated, other.root);
      differences.addAll(other.differences);
      return;
    }
    Type type = annotated.getType();
    Class<?> raw = raw(type);
    if (raw.isRecord()) {
      compare(path, raw, schema);
    } else if (raw.isEnum()) {
      compareNames(path, raw, schema);
    } else if (Map.class.isAssignableFrom(raw)) {
      compare(path + "{}", argument(annotated, 1), schema.path("additionalProperties"));
    } else if (Collection.class.isAssignableFrom(raw)) {
      expect(path, "array", schema);
      compare(path + "[]", argument(annotated, 0), schema.path("items"));
    } else {
      expect(path, String.valueOf(TYPES.get(raw)), schema);
      String format = FORMATS.get(raw);
      if (format != null && !format.equals(schema.path("format").textValue())) {
        differences.add(path + " is a " + format);
      }
    }
  }

  /** Closed by {@code enum}, open by {@code examples}: the names are told in both. */
  private void compareNames(String path, Class<?> type, JsonNode schema) {
    Set<String> names =
        DayOfWeek.class.equals(type)
            ? texts(Json.mapper().valueToTree(DayOfWeek.values()))
            : texts(Json.mapper().valueToTree(type.getEnumConstants()));
    Set<String> told = texts(schema.path(schema.has("enum") ? "enum" : "examples"));
    if (!names.equals(told)) {
      differences.add(path + " is one of " + names + ", and told as one of " + told);
    }
  }

  private void expect(String path, String type, JsonNode schema) {
    JsonNode told = schema.path("type");
    if (!told.asText().equals(type) && !texts(told).contains(type)) {
      differences.add(path + " is " + type + ", and told as " + told);
    }
  }

  private JsonNode resolved(JsonNode schema) {
    for (JsonNode choice : schema.path("anyOf")) {
      if (!choice.path("type").asText().equals("null")) {
        return resolved(choice);
      }
    }
    String reference = schema.path("$ref").asText();
    if (reference.startsWith("#")) {
      return root.at(reference.substring(1));
    }
    return schema;
  }

  private static boolean takesNull(JsonNode property) {
    return texts(property.path("type")).contains("null")
        || property.path("anyOf").findValuesAsText("type").contains("null");
  }

  private static boolean leavesOut(Class<?> type) {
    JsonInclude include = type.getAnnotation(JsonInclude.class);
    return include != null && include.value() != JsonInclude.Include.ALWAYS;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static AnnotatedType argument(AnnotatedType type, int index) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
  }
}
