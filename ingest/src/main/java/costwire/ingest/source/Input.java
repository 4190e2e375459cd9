package costwire.ingest.source;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file to be read, or a stream.
 *
 * @param size bytes when it was listed; 0 if unknown
 * @param fault why it cannot be read, known before; null if it may be
 * @param stream of JSON Lines; null for a file
 */
public record Input(
    Path path, Kind kind, long size, @Nullable String fault, @Nullable InputStream stream) {
  static Input file(Path path, long size) {
    return new Input(path, Kind.of(path), size, null, null);
  }

  static Input unreadable(Path path, String why) {
    return new Input(path, Kind.OTHER, 0, why, null);
  }

  public static Input stream(InputStream lines, String name) {
    return new Input(Path.of(name), Kind.LINES, 0, null, lines);
  }

  /** What is in a file, by its name. */
  enum Kind {
    LINES,
    TEXT,
    PAGE,
    WARC,
    OTHER;

    static Kind of(Path path) {
      String name = path.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
      if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
        return LINES;
      } else if (name.endsWith(".txt")) {
        return TEXT;
      } else if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml")) {
        return PAGE;
      }
      // Texts taken out of an archive's pages are themselves an archive.
      return name.endsWith(".warc") || name.endsWith(".wet") ? WARC : OTHER;
    }
  }
}
