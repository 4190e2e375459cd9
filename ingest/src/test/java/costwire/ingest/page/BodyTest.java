package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What is taken for the body stays as near to what a careful reader would copy as {@code
 * page-floors.csv} says, by page, by language and by style (F1 of {@link Shingles}). A floor only
 * goes up. What it measures is left in {@code target/page-floors.csv}.
 */
class BodyTest {
  private static final String HEADER = "pages,f1";

  @Test
  void no_page_falls_below_its_floor() throws IOException {
    Map<String, Double> measured = measured();
    Map<String, Double> floors = floors();
    List<String> fallen = new ArrayList<>();
    measured.forEach(
        (pages, f1) -> {
          if (f1 < floors.getOrDefault(pages, 1.0)) {
            fallen.add(pages + ": " + f1 + " is below " + floors.getOrDefault(pages, 1.0));
          }
        });

    assertThat(fallen).isEmpty();
    assertThat(measured.keySet()).isEqualTo(floors.keySet());
  }

  @Test
  void the_pages_are_many_and_unlike() throws IOException {
    List<PageFile> pages = PageFile.all();

    assertThat(pages).hasSizeGreaterThanOrEqualTo(60);
    assertThat(pages.stream().map(PageFile::language).distinct())
        .hasSizeGreaterThanOrEqualTo(12)
        .contains("en", "el", "ru", "ar", "he", "hi", "th", "zh", "ja", "ko");
    assertThat(pages.stream().map(PageFile::style).distinct()).hasSizeGreaterThanOrEqualTo(20);
  }

  private static Map<String, Double> measured() throws IOException {
    Map<String, List<Double>> scores = new TreeMap<>();
    for (PageFile page : PageFile.all()) {
      double f1 = page.f1();
      for (String key :
          List.of(
              "all",
              "language " + page.language(),
              "style " + page.style(),
              "page " + page.name())) {
        scores.computeIfAbsent(key, same -> new ArrayList<>()).add(f1);
      }
    }
    Map<String, Double> measured = new TreeMap<>();
    scores.forEach((key, f1s) -> measured.put(key, mean(f1s)));
    List<String> lines = new ArrayList<>(List.of(HEADER));
    measured.forEach((key, f1) -> lines.add(key + "," + String.format(Locale.ROOT, "%.3f", f1)));
    Files.write(Path.of("target", "page-floors.csv"), lines, UTF_8);
    return measured;
  }

  /** Cut to three places, as the floors are. */
  private static double mean(List<Double> scores) {
    double mean = scores.stream().mapToDouble(score -> score).average().orElseThrow();
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", mean));
  }

  private static Map<String, Double> floors() throws IOException {
    Map<String, Double> floors = new TreeMap<>();
    try (InputStream in =
        Objects.requireNonNull(BodyTest.class.getResourceAsStream("/page-floors.csv"))) {
      List<String> lines = new String(in.readAllBytes(), UTF_8).lines().toList();
      assertThat(lines.get(0)).isEqualTo(HEADER);
      for (String line : lines.subList(1, lines.size())) {
        int comma = line.lastIndexOf(',');
        floors.put(line.substring(0, comma), Double.valueOf(line.substring(comma + 1)));
      }
    }
    return floors;
  }
}
