package costwire.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is gone when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {
  public static TemporaryFolder create(String name) {
    try {
      return new TemporaryFolder(Files.createTempDirectory(name + "-"));
    } catch (IOException e) {
      throw Refusal.failed("no temporary folder can be made", e);
    }
  }

  @Override
  public void close() {
    try {
      Folders.delete(path);
    } catch (IOException e) {
      // Left to the system, which empties its temporary folder by itself.
    }
  }
}
