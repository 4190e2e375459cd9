package costwire.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The article files below a folder, by name. Links are followed, and nothing is listed twice
 * through them, which ends every loop; hidden files and folders are passed over.
 */
final class Folder {
  /** Where a file system does not know one folder by two names, paths end sooner than this. */
  private static final int MAX_DEPTH = 100;

  private final List<Input> found = new ArrayList<>();
  private final Set<Object> visited = new HashSet<>();

  private Folder() {}

  /** What is in a folder, or why nothing is. */
  static List<Input> list(Path root) {
    Folder folder = new Folder();
    folder.visit(root, 0);
    if (folder.found.isEmpty()) {
      return List.of(
          Input.unreadable(root, "a folder without articles (.jsonl, .txt, .html, .warc.gz)"));
    }
    folder.found.sort(Comparator.comparing(Input::path));
    return folder.found;
  }

  private void visit(Path path, int depth) {
    boolean wanted = Input.Kind.of(path) != Input.Kind.OTHER;
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory() && depth < MAX_DEPTH && isNew(attributes)) {
        entries(path).forEach(entry -> visit(entry, depth + 1));
      } else if (attributes.isRegularFile() && wanted && isNew(attributes)) {
        found.add(Input.file(path, attributes.size()));
      }
    } catch (IOException | UncheckedIOException e) {
      if (wanted || Files.isDirectory(path)) {
        boolean link = Files.isSymbolicLink(path);
        found.add(Input.unreadable(path, link ? "a link to nothing" : "cannot be read"));
      }
    }
  }

  /** By name, so that whatever is reached by two names is always listed under the same. */
  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !isHidden(entry)).sorted().toList();
    }
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private boolean isNew(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null || visited.add(key);
  }
}
