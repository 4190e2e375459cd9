package costwire.deploy.rehearse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long alerts took to receivers that are well, in milliseconds by the clock on the wall. */
final class Delays {
  private final List<Long> all = new ArrayList<>();
  private final List<Long> undisturbed = new ArrayList<>();

  void add(long millis, boolean undisturbedByKills) {
    all.add(millis);
    if (undisturbedByKills) {
      undisturbed.add(millis);
    }
  }

  /** A percentile of all; 0 if there are none. */
  long all(int percent) {
    return percentile(all, percent);
  }

  /** A percentile of those that no kill could hold up; 0 if there are none. */
  long undisturbed(int percent) {
    return percentile(undisturbed, percent);
  }

  /** How many of them there are. */
  int undisturbed() {
    return undisturbed.size();
  }

  static long percentile(List<Long> values, int percent) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
