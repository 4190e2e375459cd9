package costwire.extract.train;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An article of the corpus with what there is to learn from it.
 *
 * @param part {@code train}, or {@code test} for those that only measure
 * @param names every name in it that stands for somebody or something
 * @param claims as in gold files
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Lesson(
    String id,
    String lang,
    String part,
    String title,
    String text,
    List<Name> names,
    List<JsonNode> claims) {
  /**
   * A name as the article writes it.
   *
   * @param kind {@code org}, {@code person}, {@code model} or {@code machine}
   * @param form as written, without articles and particles
   * @param name canonical
   */
  record Name(String kind, String form, String name) {}

  Lesson {
    names = List.copyOf(names);
    claims = List.copyOf(claims);
  }
}
