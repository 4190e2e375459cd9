package costwire.aggregate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "nvidia-h800,          H800",
    "nvidia-rtx-4090,      RTX 4090",
    "nvidia-hopper,        Hopper",
    "nvidia,               Nvidia chips",
    "google-tpu-v5e,       TPU v5e",
    "huawei-ascend-910b,   Ascend 910B",
    "amazon-trainium2,     Trainium2",
    ",                     chips"
  })
  void chipsAreNamedAsPeopleNameThem(@Nullable String id, String name) {
    assertThat(Wording.chip(id)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7        | $7",
        "294000   | $294,000",
        "29400000 | $29.4 million",
        "5576000  | $5.576 million",
        "999999   | $999,999",
        "1e6      | $1 million",
        "9.99e8   | $999 million",
        "1e9      | $1 billion",
        "1.3e9    | $1.3 billion"
      })
  void dollarsAreSpoken(String amount, String spoken) {
    assertThat(Wording.dollars(new BigDecimal(amount))).isEqualTo(spoken);
  }
}
