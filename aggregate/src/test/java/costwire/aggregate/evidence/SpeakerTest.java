package costwire.aggregate.evidence;

import static costwire.aggregate.SampleClaim.cost;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.evidence.Speaker.Standing;
import costwire.extract.Claim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerTest {
  @ParameterizedTest
  @CsvSource({
    "DeepSeek AI, one.example, OWN, deepseek ai",
    "' deepseek ', one.example, OWN, deepseek",
    "SemiAnalysis, one.example, NAMED, semianalysis",
    "' ', One.Example, UNNAMED, one.example",
    ", ' ', UNNAMED, article x",
    ", , UNNAMED, article x"
  })
  void whoVouchesForAFigure(
      @Nullable String claimant, @Nullable String outlet, Standing standing, String name) {
    Claim claim = cost("a").exactly("5").by(claimant).printedBy(outlet).article("x", "s").build();
    Speaker speaker = Speaker.of(claim, "DeepSeek AI");

    assertThat(speaker).isEqualTo(new Speaker(standing, name));
    assertThat(speaker.isNamed()).isEqualTo(standing != Standing.UNNAMED);
  }
}
