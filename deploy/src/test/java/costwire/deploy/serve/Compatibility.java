package costwire.deploy.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two versions of a schema read each other's records. What the words of a schema demand
 * stays as it was released, word for word; only fields that need not be there may come in. So old
 * readers take new records, for they never closed an object to further fields, and new readers take
 * old ones. Compared with every released version, that is full transitive compatibility.
 */
final class Compatibility {
  /** Words that demand nothing. */
  private static final Set<String> REMARKS =
      Set.of("$schema", "$comment", "title", "description", "examples", "default", "deprecated");

  private final JsonNode released;
  private final JsonNode present;
  private final List<String> breaches = new ArrayList<>();

  private Compatibility(JsonNode released, JsonNode present) {
    this.released = released;
    this.present = present;
  }

  /** Why the two do not read each other's records; none if they do. */
  static List<String> breaches(JsonNode released, JsonNode present) {
    Compatibility comparison = new Compatibility(released, present);
    comparison.compare("", released, present);
    return comparison.breaches;
  }

  private void compare(String path, JsonNode oldOne, JsonNode newOne) {
    JsonNode was = resolved(released, oldOne);
    JsonNode is = resolved(present, newOne);
    for (String word : words(was, is)) {
      if (word.equals("properties")) {
        compareFields(path, was, is);
      } else if (word.equals("required")) {
        compareRequired(path, was.path(word), is.path(word));
      } else if (word.equals("additionalProperties") && is.path(word).isBoolean()) {
        breaches.add(path + "/" + word + " closes it to fields that may come");
      } else {
        compareWord(path + "/" + word, was.path(word), is.path(word));
      }
    }
  }

  private void compareFields(String path, JsonNode was, JsonNode is) {
    for (String name : names(was.path("properties"))) {
      JsonNode field = is.path("properties").path(name);
      if (field.isMissingNode()) {
        breaches.add(path + "/" + name + " is gone");
      } else {
        compare(path + "/" + name, was.path("properties").path(name), field);
      }
    }
  }

  private void compareRequired(String path, JsonNode was, JsonNode is) {
    Set<String> before = new TreeSet<>();
    Set<String> after = new TreeSet<>();
    was.forEach(name -> before.add(name.asText()));
    is.forEach(name -> after.add(name.asText()));
    before.stream()
        .filter(name -> !after.contains(name))
        .forEach(name -> breaches.add(path + "/" + name + " may be missing now"));
    after.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> breaches.add(path + "/" + name + " must be there now"));
  }

  private void compareWord(String path, JsonNode was, JsonNode is) {
    if (was.isObject() && is.isObject()) {
      compare(path, was, is);
    } else if (was.isArray() && is.isArray() && was.size() == is.size() && holdsSchemas(was)) {
      for (int i = 0; i < was.size(); i++) {
        compare(path + "/" + i, was.get(i), is.get(i));
      }
    } else if (!sorted(was).equals(sorted(is))) {
      breaches.add(path + " was " + shown(was) + ", is " + shown(is));
    }
  }

  private static boolean holdsSchemas(JsonNode array) {
    return array.size() > 0 && array.get(0).isObject();
  }

  private static String shown(JsonNode word) {
    return word.isMissingNode() ? "unsaid" : word.toString();
  }

  /** Types and names may stand in any order. */
  private static Object sorted(JsonNode word) {
    return word.isArray() ? texts(word) : word;
  }

  /** A reference is what it leads to: names of definitions are no part of the contract. */
  private static JsonNode resolved(JsonNode root, JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
  }

  private static Set<String> words(JsonNode was, JsonNode is) {
    Set<String> words = names(was);
    words.addAll(names(is));
    words.removeAll(REMARKS);
    words.remove("$defs");
    return words;
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(item -> texts.add(item.toString()));
    return texts;
  }
}
