package costwire.ingest;

import costwire.ingest.page.ArticleId;
import costwire.ingest.source.Input;
import costwire.ingest.source.Sources;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files to be read, folders opened: in the order given, a folder's files by name. Hidden files and
 * folders are passed over unless they are named themselves; links are followed, and nothing is read
 * twice through them.
 */
public final class Inputs {
  /** What stands for standard input where files are named. */
  public static final Path STDIN = Path.of("-");

  private final List<Input> inputs;

  private Inputs(List<Input> inputs) {
    this.inputs = inputs;
  }

  /** Lists what is there now. */
  public static Inputs of(List<Path> files) {
    return new Inputs(Sources.list(files));
  }

  /** The same; {@link #STDIN} among the files stands for JSON Lines from this stream. */
  public static Inputs of(List<Path> files, InputStream stdin) {
    List<Input> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.addAll(
          file.equals(STDIN) ? List.of(Input.stream(stdin, "stdin")) : Sources.list(List.of(file)));
    }
    return new Inputs(List.copyOf(inputs));
  }

  /** Bytes of all files; 0 if there are none to be counted. */
  public long bytes() {
    return inputs.stream().mapToLong(Input::size).sum();
  }

  /** Whether reading can be taken up at a {@link Mark}: not where a stream is among them. */
  public boolean isKept() {
    return inputs.stream().allMatch(input -> input.stream() == null);
  }

  /** The same for the same files of the same sizes in the same order: 24 hexadecimal digits. */
  public String fingerprint() {
    StringBuilder names = new StringBuilder();
    for (Input input : inputs) {
      names.append(input.path().toAbsolutePath().normalize()).append('\n');
      names.append(input.size()).append('\n');
    }
    return ArticleId.digest(names.toString());
  }

  /** Reads them all, what is passed over left out. Close the stream. */
  public Stream<Reading> read(Clock clock) {
    return new Sources(clock).readings(inputs);
  }

  /** Reads them from a mark on. */
  public InputReader open(Mark from, Clock clock) {
    return new Sources(clock).open(inputs, from);
  }
}
