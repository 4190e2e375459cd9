package costwire.deploy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folder one process keeps its data in: the embedded broker's log and the state stores. Held by
 * one process at a time, and never one that holds somebody else's files.
 */
public final class DataDirectory implements AutoCloseable {
  private static final String MARK = "costwire.id";
  private static final String LOCK = "costwire.lock";

  private final Path path;
  private final FileChannel channel;
  private final String id;

  private DataDirectory(Path path, FileChannel channel, String id) {
    this.path = path;
    this.channel = channel;
    this.id = id;
  }

  /**
   * Opens the folder, made if it is not there.
   *
   * @throws Refusal if it holds other files, cannot be written, or another process holds it
   */
  public static DataDirectory open(Path path) {
    try {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw Refusal.wrong(path + " is a file; --data needs a folder");
      }
      Files.createDirectories(path);
      refuseForeign(path);
      FileChannel channel = lock(path);
      return new DataDirectory(path, channel, mark(path));
    } catch (IOException e) {
      throw Refusal.wrong("cannot write to the data folder " + path + ": " + reason(e), e);
    }
  }

  private static void refuseForeign(Path path) throws IOException {
    if (Files.exists(path.resolve(MARK))) {
      return;
    }
    if (Files.exists(path.resolve("meta.properties"))) {
      throw Refusal.wrong(path + " holds the data of another Kafka cluster");
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        if (!file.endsWith(LOCK)) {
          throw Refusal.wrong(
              path + " is not empty and not a data folder of Costwire (it has " + name(file) + ")");
        }
      }
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process: refused like any other holder.
    }
    if (lock == null) {
      channel.close();
      throw Refusal.failed("the data folder " + path + " is in use by another Costwire");
    }
    return channel;
  }

  /** The folder's own name for itself, written once, whole or not at all. */
  private static String mark(Path path) throws IOException {
    Path mark = path.resolve(MARK);
    if (!Files.exists(mark)) {
      Path draft = path.resolve(MARK + ".new");
      Files.writeString(draft, UUID.randomUUID().toString());
      Files.move(draft, mark, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(mark).strip();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName();
  }

  /** Stable across restarts, different for every folder. */
  public String id() {
    return id;
  }

  /** The embedded broker's log. */
  public Path kafka() {
    return path.resolve("kafka");
  }

  /** The state stores. */
  public Path streams() {
    return path.resolve("streams");
  }

  @Override
  public String toString() {
    return path.toString();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Refusal.failed("cannot release the data folder " + path, e);
    }
  }
}
