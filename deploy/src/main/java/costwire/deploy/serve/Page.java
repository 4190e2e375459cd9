package costwire.deploy.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a long answer. */
final class Page {
  private static final int USUAL = 50;
  private static final int MOST = 500;

  private Page() {}

  /** How many items are asked for. */
  static int limit(Query query) {
    return limit(query, USUAL);
  }

  /**
   * How many items are asked for.
   *
   * @param otherwise how many if nobody says
   */
  static int limit(Query query, int otherwise) {
    return query.number("limit", otherwise, 1, MOST);
  }

  /**
   * The items, and where the next page begins.
   *
   * @param found one more than the limit, if there are so many: it tells whether there is a next
   */
  static <T> Map<String, Object> of(List<T> found, int limit, Function<T, String> place) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("items", items(found, limit));
    answer.put("next", next(found, limit, place));
    return answer;
  }

  /** Those of them that are on the page. */
  static <T> List<T> items(List<T> found, int limit) {
    return found.subList(0, Math.min(limit, found.size()));
  }

  /** Where the next page begins, as a bookmark; null if there is none. */
  static <T> @Nullable String next(List<T> found, int limit, Function<T, String> place) {
    return found.size() > limit ? Query.bookmarked(place.apply(found.get(limit - 1))) : null;
  }
}
