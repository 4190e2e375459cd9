package costwire.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.lexicon.ResourceFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * A fixture of tab-separated lines, one for each language. Blank lines and those that begin with
 * {@code #} are left out.
 */
public record Table(String language, List<String[]> rows) {
  /** The tables of a folder of the test resources, by their files' ending. */
  public static Stream<Table> all(String folder, String ending) {
    ResourceFolder tables = new ResourceFolder(folder);
    return tables.names(ending).stream().map(name -> read(tables, name));
  }

  private static Table read(ResourceFolder tables, String name) {
    try (InputStream file = tables.open(name)) {
      List<String[]> rows =
          new String(file.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .toList();
      return new Table(name.substring(0, name.indexOf('.')), rows);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** The table without its first row. */
  public Table behindFirst() {
    return new Table(language, rows.subList(1, rows.size()));
  }

  /**
   * Asks of every row that what is read is what is expected, and reports all that are not.
   *
   * @param least columns of a row, at least
   * @param most columns of a row, at most
   */
  public <T> void check(
      int least, int most, Function<String[], T> read, Function<String[], T> expected) {
    SoftAssertions softly = new SoftAssertions();
    for (String[] row : rows) {
      String line = language + ": " + String.join("\t", row);
      assertThat(row).as(line).hasSizeBetween(least, most);
      softly.assertThat(read.apply(row)).as(line).isEqualTo(expected.apply(row));
    }
    softly.assertAll();
  }

  @Override
  public String toString() {
    return language;
  }
}
