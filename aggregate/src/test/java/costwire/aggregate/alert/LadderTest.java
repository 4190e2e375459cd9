package costwire.aggregate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 999999.99,",
    "999999, 1000000, 1000000",
    "1000000, 2999999,",
    "2990000, 3000000, 3000000",
    "5000000, 12000000, 10000000",
    "12000000, 5000000, 10000000",
    "900000, 45000000, 30000000",
    "45000000, 900000, 1000000",
    "1000000, 999999, 1000000",
    "3000000, 9990000,",
    "99e6, 3.1e8, 300000000",
    "5e9, 2e13, 10000000000000"
  })
  void tellsTheLastRoundFigureOnTheWay(
      BigDecimal from, BigDecimal to, @Nullable BigDecimal passed) {
    assertThat(Ladder.crossed(from, to)).isEqualTo(passed);
  }
}
