package costwire.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Percentiles of what was measured. */
public final class Percentile {
  private Percentile() {}

  /**
   * A value that at least so many percent are no greater than; 0 if there are none.
   *
   * @param percent 0 to 100
   */
  public static long of(Collection<Long> values, int percent) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
