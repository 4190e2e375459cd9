package costwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChipsTest {
  private static final Chips CHIPS = Chips.standard();

  @ParameterizedTest
  @CsvSource({
    "nvidia-h800,      nvidia-h800 nvidia-hopper nvidia",
    "nvidia-h100-pcie, nvidia-h100-pcie nvidia-h100 nvidia-hopper nvidia",
    "nvidia-b300,      nvidia-b300 nvidia-blackwell-ultra nvidia-blackwell nvidia",
    "nvidia,           nvidia",
    "google-tpu-v4,    google-tpu-v4 google-tpu google",
    "nobody-knows,     nobody-knows nobody"
  })
  void aChipBelongsToItsFamiliesAndItsMaker(String chip, String lineage) {
    assertThat(CHIPS.lineage(chip)).containsExactly(lineage.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"nvidia-h800, 700", "nvidia-a100, 400", "nvidia-hopper,", "nobody-knows,"})
  void powerIsTheMakersOrNotKnown(String chip, @Nullable Double watts) {
    assertThat(CHIPS.watts(chip)).isEqualTo(watts);
  }
}
