package costwire.extract.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.stream.Json;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A gold claim. An attribute may be a list, any value of which is right; {@code *} accepts all; an
 * optional one is neither missed when absent nor wrong when present.
 */
public record Gold(JsonNode claim) {
  /** One per cent: units are converted, and texts round. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  static final List<String> ATTRIBUTES =
      List.of("bound", "chip", "company", "model", "claimant", "scope", "stance", "per");

  boolean isOptional() {
    return claim.path("optional").asBoolean(false);
  }

  String measure() {
    return claim.path("measure").asText();
  }

  /** Whether measure, unit and figures are the same. */
  boolean finds(JsonNode other) {
    return measure().equals(other.path("measure").asText())
        && accepts(claim.path("unit"), other.path("unit"))
        && sameFigures(other);
  }

  /** Whether it is of the measure and has these figures, whatever its unit. */
  public boolean isOf(
      Measure other,
      @Nullable BigDecimal low,
      @Nullable BigDecimal best,
      @Nullable BigDecimal high) {
    TreeSet<BigDecimal> figures = new TreeSet<>();
    Stream.of(low, best, high).filter(Objects::nonNull).forEach(figures::add);
    return measure().equals(Json.mapper().valueToTree(other).asText())
        && same(figures(claim), List.copyOf(figures));
  }

  /** Whether a gold attribute, or any of its values, is the name; null is no name. */
  public static boolean accepts(JsonNode gold, @Nullable String name) {
    return accepts(gold, name == null ? NullNode.getInstance() : TextNode.valueOf(name));
  }

  boolean accepts(String attribute, JsonNode other) {
    return accepts(claim.path(attribute), other.path(attribute));
  }

  private boolean sameFigures(JsonNode other) {
    return same(figures(claim), figures(other));
  }

  private static boolean same(List<BigDecimal> mine, List<BigDecimal> theirs) {
    if (mine.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      BigDecimal room = mine.get(i).max(theirs.get(i)).multiply(TOLERANCE);
      if (mine.get(i).subtract(theirs.get(i)).abs().compareTo(room) > 0) {
        return false;
      }
    }
    return true;
  }

  private static List<BigDecimal> figures(JsonNode node) {
    TreeSet<BigDecimal> figures = new TreeSet<>();
    for (String field : List.of("low", "best", "high")) {
      if (node.path(field).isNumber()) {
        figures.add(node.path(field).decimalValue());
      }
    }
    return List.copyOf(figures);
  }

  private static boolean accepts(JsonNode gold, JsonNode other) {
    if (gold.isArray()) {
      for (JsonNode any : gold) {
        if (accepts(any, other)) {
          return true;
        }
      }
      return false;
    }
    return gold.asText().equals("*") || fold(gold).equals(fold(other));
  }

  private static String fold(@Nullable JsonNode value) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return "";
    }
    return Normalizer.normalize(value.asText(), Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  static JsonNode json(Claim extracted) {
    return Json.mapper().valueToTree(extracted);
  }
}
