package costwire.aggregate.implied;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads tables that come with the program: comments behind {@code #}, a heading, rows. */
public final class BundledTable {
  private BundledTable() {}

  /**
   * The rows below the heading.
   *
   * @param columns so many; the last one may have commas in it
   */
  public static List<String[]> rows(String resource, int columns) {
    InputStream in = BundledTable.class.getResourceAsStream(resource);
    try (BufferedReader csv =
        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in, resource), UTF_8))) {
      return csv.lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
