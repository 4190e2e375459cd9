package costwire.aggregate.posterior;

import java.util.ArrayList;
import java.util.List;

/**
 * The modes of a posterior. Two peaks are two where the valley between them is at most half as
 * dense as the lower one; a mode is such a peak that holds a tenth of the probability or more, from
 * valley to valley.
 */
final class Peaks {
  /** A factor of two, in fixed-point nats. */
  private static final long HALF = Math.round(StrictMath.log(2) * Kernel.ONE);

  private static final double LEAST_SHARE = 0.1;

  private Peaks() {}

  /**
   * The modes in log10, the least first: each is the centre of what is more than half as dense as
   * its peak, so that a level top has its mode in the middle.
   *
   * @param sums log-likelihoods by grid point
   * @param density by grid point, the highest 1
   * @param mass up to each grid point
   */
  static List<Double> modes(long[] sums, double[] density, double[] mass) {
    List<Integer> valleys = valleys(sums);
    double least = LEAST_SHARE * mass[mass.length - 1];
    List<Double> modes = new ArrayList<>();
    for (int i = 1; i < valleys.size(); i++) {
      int from = valleys.get(i - 1);
      int to = valleys.get(i);
      if (mass[to] - mass[from] >= least) {
        modes.add(centre(density, from, to));
      }
    }
    return modes;
  }

  /** The points that part the peaks, with both ends of the grid. */
  private static List<Integer> valleys(long[] sums) {
    List<Integer> valleys = new ArrayList<>();
    valleys.add(0);
    boolean rising = true;
    int turn = 0;
    for (int i = 1; i < sums.length; i++) {
      long further = rising ? sums[i] - sums[turn] : sums[turn] - sums[i];
      if (further >= 0) {
        turn = i;
      } else if (further <= -HALF) {
        if (!rising) {
          valleys.add(turn);
        }
        rising = !rising;
        turn = i;
      }
    }
    valleys.add(sums.length - 1);
    return valleys;
  }

  private static double centre(double[] density, int from, int to) {
    double top = 0;
    for (int i = from; i <= to; i++) {
      top = Math.max(top, density[i]);
    }
    double weights = 0;
    double moment = 0;
    for (int i = from; i <= to; i++) {
      double weight = Math.max(0, density[i] - top / 2);
      weights += weight;
      moment += weight * Grid.at(i);
    }
    return moment / weights;
  }
}
