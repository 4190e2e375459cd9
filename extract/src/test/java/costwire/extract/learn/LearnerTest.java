package costwire.extract.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final String YES = "yes";
  private static final String NO = "no";

  @Test
  void a_rare_sign_is_learned_beside_common_ones() {
    Learner learner = new Learner(0.1, 1);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      Features common = new Features().add("always").add("common" + random.nextInt(3));
      learner.add(common, random.nextInt(10) < 8 ? NO : YES);
    }
    for (int i = 0; i < 200; i++) {
      for (int time = 0; time < 2; time++) {
        learner.add(new Features().add("always").add("rare" + i), YES);
      }
    }
    Decider decider = Decider.read(learner.learn());

    for (int i = 0; i < 200; i++) {
      Features rare = new Features().add("always").add("rare" + i);
      assertThat(decider.probability(rare, YES)).as("rare%s", i).isGreaterThan(0.6);
    }
    assertThat(decider.probability(new Features().add("always").add("common1"), YES))
        .isCloseTo(0.2, within(0.03));
  }

  @Test
  void the_same_decisions_give_the_same_bytes() {
    assertThat(exclusiveOr().learn()).isEqualTo(exclusiveOr().learn());
  }

  @Test
  void two_keys_say_together_what_neither_says_alone() {
    Decider decider = Decider.read(exclusiveOr().learn());

    assertThat(decider.probability(new Features().key("a").key("b"), YES)).isLessThan(0.4);
    assertThat(decider.probability(new Features().key("a").key("c"), YES)).isGreaterThan(0.6);
  }

  /** "a" speaks for what stands with "c" and against what stands with "b"; "d" the other way. */
  private static Learner exclusiveOr() {
    Learner learner = new Learner(0.1, 1);
    for (int i = 0; i < 30; i++) {
      learner.add(new Features().key("a").key("b"), NO);
      learner.add(new Features().key("a").key("c"), YES);
      learner.add(new Features().key("d").key("b"), YES);
      learner.add(new Features().key("d").key("c").add("x"), NO);
    }
    return learner;
  }

  @Test
  void options_are_as_likely_as_they_were_chosen() {
    Learner learner = new Learner(0.01, 1);
    Features near = new Features().add("name").add("near");
    Features far = new Features().add("name").add("far");
    Features farther = new Features().add("name").add("farther");
    for (int i = 0; i < 600; i++) {
      learner.nextArticle();
      Features chosen = i % 6 == 0 ? far : i % 6 < 3 ? farther : near;
      learner.choose(
          chosen, List.of(near, far, farther).stream().filter(option -> option != chosen).toList());
    }
    Decider decider = Decider.read(learner.learn());

    assertThat(decider.odds(near) / decider.odds(far)).isCloseTo(3, within(0.05));
    assertThat(decider.odds(farther) / decider.odds(far)).isCloseTo(2, within(0.05));
    assertThat(decider.odds(new Features().add("name"))).isEqualTo(1);
  }

  @Test
  void what_sets_options_apart_in_one_article_alone_says_nothing() {
    Learner learner = new Learner(0.01, 2);
    for (int i = 0; i < 50; i++) {
      learner.nextArticle();
      learner.choose(
          new Features().add("near").add("only" + i), List.of(new Features().add("far")));
    }
    Decider decider = Decider.read(learner.learn());

    assertThat(decider.odds(new Features().add("only7"))).isEqualTo(1);
    assertThat(decider.odds(new Features().add("near"))).isGreaterThan(3);
  }
}
