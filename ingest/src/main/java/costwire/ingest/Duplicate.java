package costwire.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * That an article is a copy of an earlier one: the same words, perhaps with a few changed, added,
 * left out or moved, and the same figures.
 *
 * @param articleId the copy
 * @param duplicateOf id of the earliest article known that is so like it, by the dates they bear
 * @param similarity 0 to 1: what part of the runs of words of both the two share, estimated
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Duplicate(String articleId, String duplicateOf, double similarity) {
  public Duplicate {
    if (articleId == null || articleId.isBlank() || duplicateOf == null || duplicateOf.isBlank()) {
      throw new IllegalArgumentException("a duplicate needs its id and its original's");
    }
    if (articleId.equals(duplicateOf)) {
      throw new IllegalArgumentException("no article is a copy of itself: " + articleId);
    }
    if (!(similarity >= 0 && similarity <= 1)) {
      throw new IllegalArgumentException("a similarity is from 0 to 1, not " + similarity);
    }
  }
}
