package costwire.ingest.source;

import costwire.ingest.Article;
import costwire.ingest.InputReader;
import costwire.ingest.Mark;
import costwire.ingest.Reading;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.ArticleId;
import costwire.ingest.page.PageReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /** The files that are there now: those of a folder by name, anything else as it is. */
  public static List<Input> list(List<Path> paths) {
    List<Input> inputs = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        inputs.addAll(Folder.list(path));
      } else {
        inputs.add(Input.file(path, size(path)));
      }
    }
    return List.copyOf(inputs);
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      // It is asked again when its turn comes, and then says why it cannot be read.
      return 0;
    }
  }

  /** All of them in order, on all processors, from a mark on. */
  public InputReader open(List<Input> inputs, Mark from) {
    // What is still being written must come out before more of it is waited for.
    boolean live = inputs.stream().anyMatch(input -> input.stream() != null);
    return open(inputs, from, live ? 1 : Runtime.getRuntime().availableProcessors());
  }

  InputReader open(List<Input> inputs, Mark from, int processors) {
    Chain chain = new Chain(inputs.stream().map(this::source).toList(), from);
    return processors == 1 ? new InOrder(chain) : new Ahead(chain, processors);
  }

  /** All of them in order. */
  public Stream<Reading> read(List<Path> paths) {
    return readings(list(paths));
  }

  /** The same of what was listed. */
  public Stream<Reading> readings(List<Input> inputs) {
    return InOrder.readings(open(inputs, Mark.START));
  }

  /** JSON Lines from a stream, which is closed with the result. */
  public Stream<Reading> lines(InputStream in, String name) {
    return readings(List.of(Input.stream(in, name)));
  }

  private Chain.Source source(Input input) {
    return new Chain.Source(input.path().toString(), input.size(), from -> opened(input, from));
  }

  private Drafts opened(Input input, Spot from) {
    String name = input.path().toString();
    try {
      InputStream stream = input.stream();
      return stream == null ? file(input, from) : lines(PlainTape.of(stream), from, name);
    } catch (NoSuchFileException e) {
      return refused(name, "no such file");
    } catch (UnreadableException e) {
      return refused(name, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return refused(name, "cannot be read: " + e.getMessage());
    }
  }

  private static Drafts refused(String name, String why) {
    return Drafts.of(Draft.of(new Reading.Refused(name, why)));
  }

  private Drafts file(Input input, Spot from) throws IOException {
    String fault = input.fault();
    if (fault != null) {
      throw new UnreadableException(fault);
    }
    String name = input.path().toString();
    return switch (input.kind()) {
      case LINES -> lines(tape(input.path(), from), from, name);
      case WARC -> new Warc(tape(input.path(), from), name, maxBytes, clock);
      case TEXT, PAGE -> Drafts.of(whole(input, name));
      case OTHER ->
          throw new UnreadableException(
              "not a kind that is read (.jsonl, .txt, .html, .warc.gz or a folder)");
    };
  }

  private Drafts lines(Tape tape, Spot from, String name) {
    return new JsonLines(tape, from, name, maxBytes, clock);
  }

  private Draft whole(Input input, String name) throws IOException {
    byte[] bytes = bytes(input.path());
    return new Draft(name, () -> read(input, bytes), bytes, Spot.START, input.size());
  }

  private Reading read(Input input, byte[] bytes) {
    String name = input.path().toString();
    try {
      if (bytes.length > maxBytes) {
        throw new UnreadableException("larger than " + (maxBytes >> 20) + " MiB");
      }
      Article article =
          input.kind() == Input.Kind.TEXT
              ? text(bytes)
              : PageReader.read(bytes, null, null, clock.instant());
      return new Reading.Of(article, name, null);
    } catch (UnreadableException e) {
      return new Reading.Refused(name, String.valueOf(e.getMessage()));
    }
  }

  private static Article text(byte[] bytes) {
    String text = PlainText.of(bytes);
    return Article.of(ArticleId.of("", text), "", text).build();
  }

  /** One byte more than is read, so that a longer file is noticed. */
  private byte[] bytes(Path path) throws IOException {
    try (Tape tape = tape(path, Spot.START)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      while (bytes.size() <= maxBytes && tape.has()) {
        tape.take(bytes, maxBytes + 1L - bytes.size());
      }
      return bytes.toByteArray();
    }
  }

  /** Packed or not: the bytes say so, whatever the name does. */
  private static Tape tape(Path path, Spot from) throws IOException {
    SeekableByteChannel file = Files.newByteChannel(path);
    try {
      return isGzip(file) ? new GzipTape(file, from) : PlainTape.of(file, from);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static boolean isGzip(SeekableByteChannel file) throws IOException {
    ByteBuffer magic = ByteBuffer.allocate(2);
    while (magic.hasRemaining() && file.read(magic) >= 0) {
      // A read may give one byte.
    }
    file.position(0);
    return magic.position() == 2 && magic.getShort(0) == 0x1f8b;
  }
}
