package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.extract.rate.Rates;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserTablesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 5);

  @TempDir Path folder;

  @Test
  void goBeforeThoseThatComeAlong() throws IOException {
    Path file =
        written(
            "<Cube><Cube time='2026-05-05'><Cube currency='USD' rate='2'/>"
                + "<Cube currency='CNY' rate='4'/></Cube></Cube>");
    assertThat(UserTables.rates(file).at("CNY", DAY).orElseThrow().usd())
        .isEqualByComparingTo(new BigDecimal("0.5"));
    assertThat(UserTables.rates(file).at("AED", DAY)).isEqualTo(Rates.standard().at("AED", DAY));
  }

  @Test
  void areRefusedInOneLineThatNamesTheFile() throws IOException {
    Path file = written("chips for everybody");
    assertThatThrownBy(() -> UserTables.rates(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> UserTables.estimator(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> UserTables.rates(folder.resolve("none")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot be read");
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("table"), text);
  }
}
