package costwire.extract.train;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import costwire.extract.claim.Casting;
import costwire.extract.score.Gold;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article of the corpus with what there is to learn from it.
 *
 * @param part what it is for: to {@code train}, or only to measure by; null is to train
 * @param names every name in it that stands for somebody or something; null if nobody wrote them
 *     down, and there is nothing about names to learn from it
 * @param claims as in gold files; null if nobody wrote them down
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Lesson(
    String id,
    String lang,
    @Nullable String part,
    String title,
    String text,
    @Nullable List<Name> names,
    @Nullable List<JsonNode> claims) {
  /**
   * A name as the article writes it.
   *
   * @param kind {@code org}, {@code person}, {@code model} or {@code machine}
   * @param form as written, without articles and particles
   * @param name canonical
   */
  record Name(String kind, String form, String name) {}

  Lesson {
    names = names == null ? null : List.copyOf(names);
    claims = claims == null ? null : List.copyOf(claims);
  }

  boolean isToLearnFrom() {
    return !"test".equals(part);
  }

  boolean hasNames() {
    return names != null;
  }

  boolean hasClaims() {
    return claims != null;
  }

  /** The claims; none if nobody wrote them down. */
  List<JsonNode> gold() {
    return claims == null ? List.of() : claims;
  }

  /** What part somebody plays in the claims. */
  Casting.Part part(String name) {
    return Casting.Part.of(isIn("company", name), isIn("claimant", name));
  }

  /** Whether somebody of a canonical name is called so, here or in any claim that says more. */
  boolean isCalled(String name, String form) {
    return Gold.accepts(TextNode.valueOf(name), form)
        || gold().stream()
            .flatMap(claim -> Stream.of(claim.path("company"), claim.path("claimant")))
            .anyMatch(value -> Gold.accepts(value, name) && Gold.accepts(value, form));
  }

  private boolean isIn(String attribute, String name) {
    return gold().stream().anyMatch(claim -> Gold.accepts(claim.path(attribute), name));
  }

  /** The names; none if nobody wrote them down. */
  List<Name> known() {
    return names == null ? List.of() : names;
  }
}
