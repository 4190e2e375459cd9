package costwire.aggregate.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any pieces of evidence: equal to the last bit, not nearly. */
class PosteriorPropertiesTest {
  private static final int TRIES = 60;

  /** The width of rounding, beside what a bound may move. */
  private static final double NOTHING = 1e-6;

  private static Posterior of(List<Kernel> kernels) {
    Posterior posterior = new Posterior();
    kernels.forEach(posterior::add);
    return posterior;
  }

  @Property(tries = TRIES)
  void partitionsInAnyOrderMergeToTheWhole(
      @ForAll("kernels") List<Kernel> kernels, @ForAll Random random) {
    List<Kernel> shuffled = new ArrayList<>(kernels);
    Collections.shuffle(shuffled, random);
    int cut = random.nextInt(kernels.size() + 1);
    Posterior one = of(shuffled.subList(0, cut));
    Posterior other = of(shuffled.subList(cut, shuffled.size()));

    assertThat(other.merge(one).percentiles()).isEqualTo(of(kernels).percentiles());
  }

  @Property(tries = TRIES)
  void whatIsTakenOutLeavesNoTrace(
      @ForAll("kernels") List<Kernel> kernels, @ForAll("kernels") List<Kernel> others) {
    Posterior both = of(kernels).merge(of(others));
    others.forEach(both::subtract);

    assertThat(both.percentiles()).isEqualTo(of(kernels).percentiles());
  }

  @Property(tries = TRIES)
  void aBoundNeverMovesAPercentileTheWrongWay(
      @ForAll("kernels") List<Kernel> kernels,
      @ForAll("amounts") double bound,
      @ForAll("shares") double share) {
    double before = of(kernels).quantile(share);

    assertThat(of(kernels).add(Kernel.atLeast(bound, 0.1, 0.05)).quantile(share))
        .isGreaterThan(before - NOTHING);
    assertThat(of(kernels).add(Kernel.atMost(bound, 0.1, 0.05)).quantile(share))
        .isLessThan(before + NOTHING);
  }

  @Property(tries = TRIES)
  void percentilesAreOrderedAndOnTheGrid(@ForAll("kernels") List<Kernel> kernels) {
    Percentiles found = of(kernels).percentiles();

    assertThat(List.of(-2.0, found.low(), found.median(), found.high(), 14.0)).isSorted();
  }

  @Provide
  Arbitrary<Double> amounts() {
    return Arbitraries.doubles().between(-1, 13);
  }

  @Provide
  Arbitrary<Double> shares() {
    return Arbitraries.doubles().between(0.02, 0.98);
  }

  @Provide
  Arbitrary<List<Kernel>> kernels() {
    Arbitrary<Double> widths = Arbitraries.doubles().between(0.02, 0.5);
    Arbitrary<Integer> shapes = Arbitraries.integers().between(0, 3);
    return Combinators.combine(shapes, amounts(), widths)
        .as(PosteriorPropertiesTest::kernel)
        .list()
        .ofMaxSize(8);
  }

  private static Kernel kernel(int shape, double at, double width) {
    return switch (shape) {
      case 0 -> Kernel.told(at, width, 0.05);
      case 1 -> Kernel.atLeast(at, width, 0.05);
      case 2 -> Kernel.atMost(at, width, 0.05);
      default -> Kernel.range(at, at + 10 * width, width, 0.05);
    };
  }
}
