package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are copies of one story. Links are followed from copy to copy, whichever of them
 * has claims; a function of the set of claims, not its order.
 */
public final class Stories {
  private static final Comparator<Claim> EARLIEST_FIRST =
      Comparator.<Claim, @Nullable Instant>comparing(
              Claim::publishedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Claim::articleId)
          .thenComparing(Claim::id);

  private final Map<String, String> towards = new HashMap<>();
  private final Set<String> linked = new HashSet<>();
  private final Map<String, Claim> firsts = new HashMap<>();

  private Stories() {}

  /**
   * The stories that the claims tell.
   *
   * @param claims distinct and not retracted
   */
  public static Stories of(Collection<Claim> claims) {
    Stories stories = new Stories();
    for (Claim claim : claims) {
      String original = claim.duplicateOf();
      if (original != null) {
        stories.join(claim.articleId(), original);
      }
    }
    claims.stream()
        .filter(claim -> stories.linked.contains(claim.articleId()))
        .forEach(
            claim -> stories.firsts.merge(stories.of(claim.articleId()), claim, Stories::earlier));
    return stories;
  }

  /** The story of an article; its own id if it is no copy and has none. */
  String of(String articleId) {
    String story = articleId;
    for (String next = towards.get(story); next != null; next = towards.get(story)) {
      story = next;
    }
    for (String at = articleId; !at.equals(story); ) {
      String next = towards.put(at, story);
      at = next == null ? story : next;
    }
    return story;
  }

  /** The claim with which its story was first heard; itself if its article stands alone. */
  Claim first(Claim claim) {
    return firsts.getOrDefault(of(claim.articleId()), claim);
  }

  /** Under the least name, so that it does not show which link came first. */
  private void join(String one, String other) {
    linked.add(one);
    linked.add(other);
    String story = of(one);
    String joined = of(other);
    int order = story.compareTo(joined);
    if (order != 0) {
      towards.put(order < 0 ? joined : story, order < 0 ? story : joined);
    }
  }

  /** The one that was published first; any fixed one of two published together. */
  static Claim earlier(Claim one, Claim other) {
    return EARLIEST_FIRST.compare(one, other) <= 0 ? one : other;
  }
}
