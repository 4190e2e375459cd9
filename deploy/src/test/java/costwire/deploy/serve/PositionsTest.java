package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {
  @Test
  void areTheSameAfterATripThroughText() {
    Positions positions =
        Positions.start("abc").after("costwire.claims", 2, 41).after("costwire.estimates", 0, 7);
    assertThat(positions).hasToString("abc;costwire.claims:0:0:42;costwire.estimates:8");
    Positions read = Positions.parse(positions.toString()).orElseThrow();
    assertThat(read.of("costwire.claims", 2)).isEqualTo(42);
    assertThat(read.of("costwire.claims", 9)).isZero();
    assertThat(read).hasToString(positions.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "abc;",
        "abc;costwire.claims",
        "abc;costwire.claims:-1",
        "abc;x:1;",
        "abc;costwire.claims:99999999999999999999",
        "<script>",
        "abc\n;costwire.claims:1"
      })
  void takeNothingThatIsNotTheirs(String text) {
    assertThat(Positions.parse(text)).isEmpty();
  }
}
