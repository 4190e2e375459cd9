package costwire.extract.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.model.Context;
import org.junit.jupiter.api.Test;

class FittingTest {
  /** A bent, narrow valley (Rosenbrock's), where a step may take little off far from the end. */
  private static final Function VALLEY =
      new Function() {
        @Override
        public int getDimension() {
          return 2;
        }

        @Override
        public double valueAt(double[] at) {
          double across = at[1] - at[0] * at[0];
          return 1000 * across * across + (3 - at[0]) * (3 - at[0]);
        }

        @Override
        public double[] gradientAt(double[] at) {
          double across = at[1] - at[0] * at[0];
          return new double[] {-4000 * across * at[0] - 2 * (3 - at[0]), 2000 * across};
        }
      };

  @Test
  @SuppressWarnings("unchecked") // OpenNLP's second structure of a model is its features' weights
  void a_short_step_is_not_the_end() {
    Map<String, Context> weights =
        (Map<String, Context>)
            Fitting.fit(
                    VALLEY,
                    new double[] {1, 1},
                    new String[] {"x", "y"},
                    new String[] {"yes", "no"},
                    1e-6)
                .getDataStructures()[1];

    assertThat(weights)
        .hasEntrySatisfying("x", x -> assertThat(x.getParameters()[0]).isCloseTo(3, within(0.01)))
        .hasEntrySatisfying("y", y -> assertThat(y.getParameters()[0]).isCloseTo(9, within(0.05)));
  }
}
