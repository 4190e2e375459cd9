package costwire.aggregate;

import costwire.extract.Claim;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How the press tells of a cost. Every source is named and misses the truth by a normal error of
 * 0.12 in log10; a share of the figures, one in twenty unless said otherwise, is wrong.
 *
 * @param figures sources that name a figure
 * @param bounds sources that only say "more than" or "less than", rightly, within a factor of three
 * @param wrong share of figures that have nothing to do with the truth
 * @param slips share of the wrong ones that are ten times or a tenth of what was meant, not just
 *     anything
 * @param copies reprints of each report, linked to it, without its source, some with a digit less
 * @param partisans share of sources with a stake: their figures are half or twice what they know
 * @param revisions share of sources who first told a figure with twice the error
 */
record NoiseModel(
    int figures,
    int bounds,
    double wrong,
    double slips,
    int copies,
    double partisans,
    double revisions) {
  private static final double WIDTH = 0.12;
  private static final double BOUND_MARGIN = 0.5;
  private static final double STAKE = 0.30103;

  List<Claim> claims(double truth, Random random) {
    List<Claim> claims = new ArrayList<>();
    for (int source = 0; source < figures; source++) {
      if (random.nextDouble() < revisions) {
        double first = truth + 2 * WIDTH * random.nextGaussian();
        claims.add(figure("first ", source).exactly(amount(first, 2)).on("2025-03-01").build());
      }
      report(claims, source, told(truth, random));
    }
    for (int source = 0; source < bounds; source++) {
      double margin = BOUND_MARGIN * random.nextDouble();
      SampleClaim claim = SampleClaim.cost("bound " + source).by("Witness " + source);
      claims.add(
          random.nextBoolean()
              ? claim.atLeast(amount(truth - margin, 2)).build()
              : claim.atMost(amount(truth + margin, 2)).build());
    }
    return claims;
  }

  private void report(List<Claim> claims, int source, double told) {
    claims.add(figure("figure ", source).exactly(amount(told, 3)).build());
    for (int copy = 0; copy < copies; copy++) {
      claims.add(
          SampleClaim.cost("copy " + source + " " + copy)
              .exactly(amount(told, 2 + copy % 2))
              .printedBy("outlet " + source + " " + copy)
              .copyOf("article-figure " + source)
              .on("2025-09-19")
              .build());
    }
  }

  private static SampleClaim figure(String id, int source) {
    return SampleClaim.cost(id + source).by("Source " + source);
  }

  private double told(double truth, Random random) {
    double known = truth + WIDTH * random.nextGaussian();
    double side = random.nextBoolean() ? 1 : -1;
    if (random.nextDouble() < wrong) {
      return random.nextDouble() < slips ? known + side : 2 + 8 * random.nextDouble();
    }
    return random.nextDouble() < partisans ? known + STAKE * side : known;
  }

  private static String amount(double log, int digits) {
    return BigDecimal.valueOf(StrictMath.pow(10, log))
        .round(new MathContext(digits))
        .toPlainString();
  }
}
