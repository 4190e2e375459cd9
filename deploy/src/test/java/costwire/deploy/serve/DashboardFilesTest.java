package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The page's files, as they lie among the resources. */
class DashboardFilesTest {
  private static final Pattern LINKED =
      Pattern.compile("(?:href|src)=\"([a-z]+\\.(?:js|css|svg))\"");

  /** Ways of making markup or code out of text. */
  private static final Pattern BANNED =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function");

  private static final int MOST = 1_000_000;

  @Test
  void loadsEveryFileAtOnce() throws Exception {
    String index = Files.readString(folder().resolve("index.html"));
    List<String> linked = LINKED.matcher(index).results().map(found -> found.group(1)).toList();
    assertThat(linked).doesNotHaveDuplicates();
    assertThat(names()).containsExactlyInAnyOrderElementsOf(linked);
  }

  @Test
  void makesNothingButTextOfText() throws Exception {
    for (String name : names()) {
      assertThat(Files.readString(folder().resolve(name))).as(name).doesNotContainPattern(BANNED);
    }
  }

  @Test
  void weighsLessThanAMegabyteCompressed() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String name : names()) {
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(Files.readAllBytes(folder().resolve(name)));
      }
    }
    assertThat(bytes.size()).isLessThan(MOST);
  }

  private static List<String> names() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .filter(name -> !name.equals("index.html"))
          .sorted()
          .toList();
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(DashboardFilesTest.class.getResource("/dashboard")).toURI());
  }
}
