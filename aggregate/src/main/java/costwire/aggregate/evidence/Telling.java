package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence read as somebody's figure.
 *
 * @param claim the first that tells it
 * @param story what its article is a copy of, or the article itself
 */
record Telling(Claim claim, String story, Subject subject, Figure figure, Speaker speaker) {
  /**
   * The fullest telling of a figure comes first, so that looser ones find it: points before ranges
   * before bounds, named sources before unnamed, dollars before converted money, more digits before
   * fewer, older before newer.
   */
  static final Comparator<Telling> FULLEST_FIRST =
      Comparator.<Telling, Figure.Shape>comparing(telling -> telling.figure().shape())
          .thenComparing(telling -> telling.speaker().standing())
          .thenComparing(Telling::isConverted)
          .thenComparing(telling -> -telling.figure().digits())
          .thenComparing(
              telling -> telling.claim().publishedAt(),
              Comparator.<@Nullable Instant>nullsLast(Comparator.naturalOrder()))
          .thenComparing(telling -> telling.claim().id());

  /** Whether the other was first told in another copy of one story. */
  boolean isCopyOf(Telling other) {
    return story.equals(other.story) && !claim.articleId().equals(other.claim.articleId());
  }

  boolean isConverted() {
    return claim.usd() != null && !claim.unit().equals("USD");
  }

  /** Amounts with one key stand in one sentence and are vouched for by one source. */
  String sentence() {
    return String.join("\0", Essence.outlet(claim), claim.sentence(), speaker.name());
  }
}
