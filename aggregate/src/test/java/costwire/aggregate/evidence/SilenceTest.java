package costwire.aggregate.evidence;

import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import costwire.aggregate.SampleClaim;
import costwire.extract.Stance;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SilenceTest {
  static Stream<Arguments> claims() {
    return Stream.of(
        arguments(cost("heard").exactly("5"), null),
        arguments(chips("heard", "nvidia-h800").exactly("5"), null),
        arguments(cost("beyond").exactly("1e20"), "beyond-sense"),
        arguments(chips("beyond", null).exactly("0"), "beyond-sense"),
        arguments(cost("planned").exactly("5").stance(Stance.PLANNED), "planned"),
        arguments(cost("foreign").exactly("5").in("XYZ", null), "no-exchange-rate"),
        arguments(cost("rent").exactly("5").per("month", null), "rent"));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aClaimIsHeardOrThereIsAWordForWhyNot(SampleClaim claim, @Nullable String why) {
    assertThat(Silence.of(claim.build())).isEqualTo(why);
  }
}
