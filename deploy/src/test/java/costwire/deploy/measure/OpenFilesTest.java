package costwire.deploy.measure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.deploy.Refusal;
import org.junit.jupiter.api.Test;

class OpenFilesTest {
  @Test
  void saysWhatTheSystemWouldHaveToAllow() {
    assertThatThrownBy(() -> OpenFiles.require(2_000, 1_024))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2000 clients need 2300 open files")
        .hasMessageContaining("allows 1024")
        .hasMessageContaining("ulimit -n");
  }

  @Test
  void saysNothingWhereThereIsRoom() {
    assertThatCode(() -> OpenFiles.require(2_000, 2_300)).doesNotThrowAnyException();
    assertThatCode(() -> OpenFiles.require(1)).doesNotThrowAnyException();
  }
}
