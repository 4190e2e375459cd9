package costwire.ingest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import costwire.stream.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a page's JSON-LD says of its article; each null if it does not say.
 *
 * @param body the article's text as the publisher gives it to machines
 */
record JsonLd(
    @Nullable String headline,
    @Nullable String published,
    @Nullable String publisher,
    @Nullable String language,
    @Nullable String body) {
  private static final int MAX_LENGTH = 2 << 20;
  private static final int MAX_NODES = 500;

  /** Pages break lines within strings and leave commas behind. */
  private static final ObjectReader READER =
      Json.mapper()
          .readerFor(JsonNode.class)
          .withFeatures(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER);

  /** Null if the script holds no article or no JSON. */
  static @Nullable JsonLd read(String script) {
    if (script.length() > MAX_LENGTH) {
      return null;
    }
    try {
      JsonNode root = READER.readTree(script);
      JsonNode article = root == null ? null : article(root, new int[] {MAX_NODES});
      return article == null
          ? null
          : new JsonLd(
              text(article.get("headline")),
              text(article.get("datePublished")),
              name(article.get("publisher")),
              name(article.get("inLanguage")),
              text(article.get("articleBody")));
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static @Nullable JsonNode article(JsonNode node, int[] left) {
    if (left[0]-- <= 0) {
      return null;
    }
    if (node.isObject() && isArticle(node.get("@type"))) {
      return node;
    }
    if (node.isObject() || node.isArray()) {
      for (JsonNode child : node) {
        JsonNode found = article(child, left);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isArticle(@Nullable JsonNode type) {
    if (type == null) {
      return false;
    }
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isArticle(one)) {
          return true;
        }
      }
      return false;
    }
    String name = type.asText();
    return name.endsWith("Article")
        || name.endsWith("BlogPosting")
        || name.equals("Report")
        || name.equals("AnalysisNewsArticle");
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null || !node.isTextual() || node.textValue().isBlank()
        ? null
        : node.textValue().strip();
  }

  private static @Nullable String name(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    if (node.isArray()) {
      return node.isEmpty() ? null : name(node.get(0));
    }
    return node.isObject() ? text(node.get("name")) : text(node);
  }
}
