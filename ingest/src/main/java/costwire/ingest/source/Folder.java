package costwire.ingest.source;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The article files below a folder, by name. Links are followed, and nothing is listed twice
 * through them; hidden files and folders are passed over.
 */
final class Folder extends SimpleFileVisitor<Path> {
  private final Path root;
  private final List<Input> found = new ArrayList<>();
  private final Set<Object> visited = new HashSet<>();

  private Folder(Path root) {
    this.root = root;
  }

  /** What is in a folder, or why nothing is. */
  static List<Input> list(Path root) {
    Folder folder = new Folder(root);
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, folder);
    } catch (IOException e) {
      folder.found.add(Input.unreadable(root, "the folder cannot be read"));
    }
    if (folder.found.isEmpty()) {
      return List.of(
          Input.unreadable(root, "a folder without articles (.jsonl, .txt, .html, .warc.gz)"));
    }
    folder.found.sort(Comparator.comparing(Input::path));
    return folder.found;
  }

  private boolean isHidden(Path path) {
    Path name = path.getFileName();
    return !path.equals(root) && name != null && name.toString().startsWith(".");
  }

  /** Where the file system has no keys, loops are still cut short by the walk itself. */
  private boolean isNew(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null || visited.add(key);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isHidden(folder) || !isNew(attributes)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    boolean wanted = attributes.isRegularFile() && Input.Kind.of(file) != Input.Kind.OTHER;
    if (wanted && !isHidden(file) && isNew(attributes)) {
      found.add(Input.file(file, attributes.size()));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException e) {
    if (!isHidden(path) && !(e instanceof FileSystemLoopException)) {
      boolean folder = Files.isDirectory(path);
      found.add(
          Input.unreadable(path, folder ? "the folder cannot be read" : "the file cannot be read"));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (e != null) {
      found.add(Input.unreadable(folder, "the folder cannot be read to its end"));
    }
    return FileVisitResult.CONTINUE;
  }
}
