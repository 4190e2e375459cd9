package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path folder;

  @Test
  void isTheSameAfterARestart() {
    DataDirectory first = DataDirectory.open(folder.resolve("data"));
    first.close();
    DataDirectory second = DataDirectory.open(folder.resolve("data"));
    second.close();
    assertThat(second.id()).isEqualTo(first.id());
  }

  @Test
  void isHeldByOneProcessAtATime() {
    try (DataDirectory held = DataDirectory.open(folder)) {
      assertThatThrownBy(() -> DataDirectory.open(folder))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("in use by another Costwire");
      assertThat(held.id()).isNotBlank();
    }
  }

  @Test
  void isNeverAFolderWithOtherFiles() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> DataDirectory.open(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("thesis.txt");
  }

  @Test
  void isNeverTheLogOfAnotherKafka() throws IOException {
    Files.writeString(folder.resolve("meta.properties"), "cluster.id=theirs");
    assertThatThrownBy(() -> DataDirectory.open(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("another Kafka cluster");
  }

  @Test
  void isNeverAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is a file");
  }
}
