package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.Article;
import costwire.ingest.Reading;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.ArticleId;
import costwire.ingest.page.PageReader;
import costwire.ingest.page.Sniff;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Files and folders, told apart by their names; read one after the other, as they are asked for.
 */
public final class Sources {
  /** Largest line, text or page, in bytes. */
  public static final int MAX_BYTES = 8 << 20;

  private final Clock clock;
  private final int maxBytes;

  public Sources(Clock clock) {
    this(clock, MAX_BYTES);
  }

  Sources(Clock clock, int maxBytes) {
    this.clock = clock;
    this.maxBytes = maxBytes;
  }

  /** All of them in order; a folder's files by name. */
  public Stream<Reading> read(List<Path> paths) {
    Stream<Chain.Source> sources =
        paths.stream().flatMap(path -> listed(path).stream()).map(this::source);
    return Chain.stream(sources.iterator());
  }

  /** JSON Lines from a stream, which is closed with the result. */
  public Stream<Reading> lines(InputStream in, String name) {
    return Chain.stream(
        List.of(new Chain.Source(name, () -> new JsonLines(in, name, maxBytes, clock))).iterator());
  }

  /** A folder's files; anything else as it is. A folder without any, or unreadable: itself. */
  private static List<Path> listed(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> files =
          walk.filter(file -> Files.isRegularFile(file) && Kind.of(file) != Kind.OTHER)
              .sorted()
              .toList();
      return files.isEmpty() ? List.of(path) : files;
    } catch (IOException | UncheckedIOException e) {
      return List.of(path);
    }
  }

  private Chain.Source source(Path path) {
    return new Chain.Source(path.toString(), () -> opened(path));
  }

  private Readings opened(Path path) {
    String name = path.toString();
    try {
      switch (Kind.of(path)) {
        case LINES:
          return new JsonLines(bytes(path), name, maxBytes, clock);
        case WARC:
          // Each record is packed by itself: that is the archive reader's.
          return new Warc(new BufferedInputStream(Files.newInputStream(path)), name, maxBytes);
        case TEXT:
          return Readings.of(new Reading.Of(text(whole(path)), name, null));
        case PAGE:
          return Readings.of(
              new Reading.Of(
                  PageReader.read(whole(path), null, null, clock.instant()), name, null));
        default:
          throw new UnreadableException(
              Files.isDirectory(path)
                  ? "a folder without articles (.jsonl, .txt, .html, .warc.gz)"
                  : "not a kind that is read (.jsonl, .txt, .html, .warc.gz or a folder)");
      }
    } catch (NoSuchFileException e) {
      return Readings.of(new Reading.Refused(name, "no such file"));
    } catch (UnreadableException e) {
      return Readings.of(new Reading.Refused(name, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return Readings.of(new Reading.Refused(name, "cannot be read: " + e.getMessage()));
    }
  }

  private byte[] whole(Path path) throws IOException {
    try (InputStream in = bytes(path)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new UnreadableException("larger than " + (maxBytes >> 20) + " MiB");
      }
      return bytes;
    }
  }

  /** A text file is an article's text and nothing else. */
  private static Article text(byte[] bytes) {
    String refusal = Sniff.notText(bytes);
    if (refusal != null) {
      throw new UnreadableException(refusal);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text = UTF_8.newDecoder().decode(buffer).toString().replace("\ufeff", "").strip();
      if (text.isEmpty()) {
        throw new UnreadableException("the text is empty");
      }
      return Article.of(ArticleId.of("", text), "", text).build();
    } catch (CharacterCodingException e) {
      throw new UnreadableException("not UTF-8 (byte " + (buffer.position() + 1) + ")");
    }
  }

  private static InputStream bytes(Path path) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path));
    if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      return in;
    }
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private enum Kind {
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
      return name.endsWith(".warc") ? WARC : OTHER;
    }
  }
}
