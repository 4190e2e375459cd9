package costwire.extract.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequenceLearnerTest {
  private static final boolean[][] ANY = {{true, true}, {true, true}};
  private static final boolean[][] LEAD = {{true, false}};

  /** The second label never leads. */
  private static final Sequences FIELD =
      new Sequences(
          List.of(
              new Sequences.Step[] {
                new Sequences.Step(new int[] {0}, new int[] {4}, LEAD, 0),
                new Sequences.Step(new int[] {1}, new int[] {2, 3}, ANY, 1),
                new Sequences.Step(new int[] {0, 1}, new int[] {2, 3}, ANY, 1),
              },
              new Sequences.Step[] {
                new Sequences.Step(new int[] {1}, new int[] {2}, LEAD, 0),
                new Sequences.Step(new int[] {0}, new int[] {2, 3}, ANY, 0),
              }),
          new int[][] {{0}, {1}, {2, 0}, {3}, {}},
          4,
          2);

  @Test
  void without_weights_all_sequences_are_as_likely() {
    // Of the first, two places are free; of the second, one.
    assertThat(FIELD.valueAt(new double[8])).isCloseTo(StrictMath.log(4 * 2), within(1e-12));
  }

  @Test
  void the_gradient_is_the_slope() {
    Random random = new Random(3);
    double[] at = random.doubles(8, -2, 2).toArray();
    double[] gradient = FIELD.gradientAt(at).clone();

    double step = 1e-5;
    double[] slopes = new double[8];
    for (int i = 0; i < slopes.length; i++) {
      double[] more = at.clone();
      double[] less = at.clone();
      more[i] += step;
      less[i] -= step;
      slopes[i] = (FIELD.valueAt(more) - FIELD.valueAt(less)) / (2 * step);
    }

    assertThat(gradient).containsExactly(slopes, within(1e-8));
    assertThat(Arrays.stream(gradient).map(Math::abs).sum()).isGreaterThan(0.1);
  }

  @Test
  void what_comes_later_tells_what_came_before() {
    SequenceLearner learner = learner();
    for (int i = 0; i < 20; i++) {
      learner.nextArticle();
      learner.add(List.of(step(0, "x", "a"), step(1, "y", "b"), step(1, "p", "b")));
      learner.add(List.of(step(0, "x", "a"), step(1, "y", "a"), step(1, "q", "a")));
    }
    Decider decider = Decider.read(learner.learn());

    double[] behindA = decider.weights(List.of(new Features().add("<a")));
    double[] behindB = decider.weights(List.of(new Features().add("<b")));
    double[] last = decider.weights(List.of(new Features().add("p")));
    int a = decider.outcomes().indexOf("a");
    int b = decider.outcomes().indexOf("b");

    assertThat(behindA[a] + behindB[b]).isGreaterThan(behindA[b] + behindB[a] + 1);
    assertThat(last[b]).isGreaterThan(last[a] + 1);
  }

  @Test
  void the_same_sequences_give_the_same_bytes() {
    List<byte[]> twice = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      SequenceLearner learner = learner();
      learner.nextArticle();
      learner.add(List.of(step(0, "x", "a"), step(1, "y", "b")));
      learner.nextArticle();
      learner.add(List.of(step(0, "y", "b"), step(1, "x", "a")));
      twice.add(learner.learn());
    }
    assertThat(twice.get(0)).isEqualTo(twice.get(1)).isNotEmpty();
  }

  private static SequenceLearner learner() {
    return new SequenceLearner(List.of("a", "b"), (before, label) -> true, "^", 0.1, 2);
  }

  private static SequenceLearner.Step step(int place, String word, String label) {
    List<Features> behind =
        place == 0
            ? List.of(new Features().add("<^"))
            : List.of(new Features().add("<a"), new Features().add("<b"));
    return new SequenceLearner.Step(List.of(new Features().add(word)), behind, label);
  }
}
