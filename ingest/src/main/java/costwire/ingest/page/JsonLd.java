package costwire.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page's JSON-LD says of its article, over all of its scripts. */
final class JsonLd {
  private static final int MAX_NODES = 2_000;
  private static final int MAX_SCRIPTS = 20;
  private static final int MAX_AUTHORS = 30;

  private final Map<String, JsonNode> byId = new HashMap<>();
  private @Nullable JsonNode article;
  private @Nullable JsonNode page;
  private int scripts;
  private int left = MAX_NODES;

  /** Reads one more script; what is no JSON is passed over. */
  void see(String script) {
    JsonNode root = scripts++ < MAX_SCRIPTS ? LooseJson.read(script) : null;
    if (root != null) {
      walk(root);
    }
  }

  private void walk(JsonNode node) {
    if (left-- <= 0) {
      return;
    }
    if (node.isObject()) {
      JsonNode id = node.get("@id");
      if (id != null && id.isTextual() && node.size() > 1) {
        byId.putIfAbsent(id.textValue(), node);
      }
      if (article == null && isA(node.get("@type"), JsonLd::isArticle)) {
        article = node;
      }
      page = page == null && isA(node.get("@type"), "WebPage"::equals) ? node : page;
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        walk(child);
      }
    }
  }

  private interface TypeTest {
    boolean is(String type);
  }

  private static boolean isA(@Nullable JsonNode type, TypeTest test) {
    if (type == null) {
      return false;
    }
    for (JsonNode one : type) {
      if (test.is(one.asText())) {
        return true;
      }
    }
    return test.is(type.asText());
  }

  private static boolean isArticle(String type) {
    String name = type.substring(type.lastIndexOf('/') + 1);
    return name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report");
  }

  @Nullable String headline() {
    String headline = text(field("headline"));
    return headline == null && article != null ? text(article.get("name")) : headline;
  }

  @Nullable String published() {
    String date = text(field("datePublished"));
    return date == null && page != null ? text(page.get("datePublished")) : date;
  }

  @Nullable String modified() {
    String date = text(field("dateModified"));
    return date == null && page != null ? text(page.get("dateModified")) : date;
  }

  @Nullable String publisher() {
    List<String> names = names(field("publisher"), 0);
    return names.isEmpty() ? null : names.get(0);
  }

  @Nullable String language() {
    List<String> names = names(field("inLanguage"), 0);
    return names.isEmpty() ? null : names.get(0);
  }

  /** The article's text as the publisher gives it to machines; null if it does not. */
  @Nullable String body() {
    return text(field("articleBody"));
  }

  /** As they stand there, in their order. */
  List<String> authors() {
    List<String> authors = names(field("author"), 0);
    return authors.isEmpty() ? names(field("creator"), 0) : authors;
  }

  /** Whether all of it is free to read; null if it does not say. */
  @Nullable Boolean free() {
    Boolean whole = truth(field("isAccessibleForFree"));
    JsonNode parts = field("hasPart");
    if (parts == null) {
      return whole;
    }
    List<JsonNode> all = new ArrayList<>(List.of(parts));
    parts.forEach(all::add);
    boolean closed =
        all.stream()
            .filter(JsonNode::isObject)
            .anyMatch(part -> Boolean.FALSE.equals(truth(part.get("isAccessibleForFree"))));
    return closed ? Boolean.FALSE : whole;
  }

  private static @Nullable Boolean truth(@Nullable JsonNode node) {
    String word = node == null ? "" : node.asText("").toLowerCase(Locale.ROOT);
    word = word.substring(word.lastIndexOf('/') + 1);
    if (word.equals("false") || word.equals("no") || word.equals("0")) {
      return false;
    }
    return word.equals("true") || word.equals("yes") || word.equals("1") ? true : null;
  }

  private @Nullable JsonNode field(String name) {
    return article == null ? null : article.get(name);
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    JsonNode first = node != null && node.isArray() && !node.isEmpty() ? node.get(0) : node;
    return first == null || !first.isTextual() || first.textValue().isBlank()
        ? null
        : first.textValue().strip();
  }

  private List<String> names(@Nullable JsonNode node, int depth) {
    List<String> names = new ArrayList<>();
    if (node == null || depth > 4) {
      return names;
    }
    if (node.isArray()) {
      for (JsonNode one : node) {
        if (names.size() < MAX_AUTHORS) {
          names.addAll(names(one, depth + 1));
        }
      }
    } else if (node.isObject()) {
      JsonNode name = node.get("name");
      JsonNode id = node.get("@id");
      JsonNode meant = id == null ? null : byId.get(id.asText());
      names.addAll(names(name == null && meant != null ? meant.get("name") : name, depth + 1));
    } else if (text(node) != null) {
      names.add(node.textValue().strip());
    }
    return names;
  }
}
