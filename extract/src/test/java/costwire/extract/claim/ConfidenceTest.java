package costwire.extract.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {
  /** Odds to the power of 0.9, a fifth less. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.10", "0.5, 0.445", "0.9, 0.853", "0.99, 0.980"})
  void the_models_word_is_worth_less_than_they_say(double told, double worth) {
    assertThat(Confidence.of(told)).isCloseTo(worth, within(0.002));
  }

  @Test
  void more_is_worth_more_and_nothing_is_certain() {
    double last = 0;
    for (int percent = 0; percent <= 100; percent++) {
      double worth = Confidence.of(percent / 100.0);
      assertThat(worth).isGreaterThan(last).isLessThan(1);
      last = worth;
    }
  }
}
