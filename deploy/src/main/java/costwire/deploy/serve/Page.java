package costwire.deploy.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
    List<T> items = found.subList(0, Math.min(limit, found.size()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("items", items);
    answer.put(
        "next",
        found.size() > limit ? Query.bookmarked(place.apply(items.get(items.size() - 1))) : null);
    return answer;
  }
}
