package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.Scope;
import costwire.stream.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateJsonTest {
  /** The stream compares what it reckons with what it read back: an unequal zero would be news. */
  @Test
  void comesBackAsItWas() throws IOException {
    List<Estimate> estimates =
        Estimator.standard()
            .estimates(
                List.of(
                    SampleClaim.cost("a").exactly("294000").by("DeepSeek").build(),
                    SampleClaim.cost("e").exactly("7000000").by("SemiAnalysis").build(),
                    SampleClaim.chips("b", "nvidia-h800").exactly("512").build(),
                    SampleClaim.hours("c").exactly("80").build(),
                    SampleClaim.chips("d", "nvidia-a100")
                        .exactly("10000")
                        .about("DeepSeek", null, Scope.HARDWARE)
                        .build()),
                null);
    assertThat(estimates.get(0).lines()).anyMatch(line -> line.ways().size() == 2);
    assertThat(estimates.get(0).lines()).anyMatch(line -> line.modes().size() == 2);
    for (Estimate estimate : estimates) {
      byte[] json = Json.mapper().writeValueAsBytes(estimate);
      assertThat(Json.mapper().readValue(json, Estimate.class)).isEqualTo(estimate);
    }
  }
}
