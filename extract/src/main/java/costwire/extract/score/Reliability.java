package costwire.extract.score;

import java.util.Locale;

/** Whether of the claims told with some confidence that share is right. */
final class Reliability {
  private static final int STEPS = 5;

  private final int[] claims = new int[STEPS];
  private final int[] right = new int[STEPS];
  private final double[] confidence = new double[STEPS];

  /**
   * @param confident 0 to 1
   * @param isRight the figure and the company
   */
  void add(double confident, boolean isRight) {
    int step = Math.min(STEPS - 1, (int) (confident * STEPS));
    claims[step]++;
    right[step] += isRight ? 1 : 0;
    confidence[step] += confident;
  }

  /** A row a step: how many claims, their mean confidence, and the share that is right. */
  String table() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(Locale.ROOT, "%n%-12s %5s %10s %7s%n", "confidence", "", "mean", "right"));
    for (int i = 0; i < STEPS; i++) {
      if (claims[i] > 0) {
        out.append(
            String.format(
                Locale.ROOT,
                "%.1f to %.1f   %5d %10.2f %7.2f%n",
                (double) i / STEPS,
                (double) (i + 1) / STEPS,
                claims[i],
                confidence[i] / claims[i],
                (double) right[i] / claims[i]));
      }
    }
    return out.toString();
  }
}
