package costwire.deploy.rehearse;

import costwire.deploy.Percentile;
import java.util.ArrayList;
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
    return Percentile.of(all, percent);
  }

  /** A percentile of those that no kill could hold up; 0 if there are none. */
  long undisturbed(int percent) {
    return Percentile.of(undisturbed, percent);
  }

  /** How many of them there are. */
  int undisturbed() {
    return undisturbed.size();
  }
}
