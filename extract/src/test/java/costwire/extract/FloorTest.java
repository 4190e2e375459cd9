package costwire.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The extractor never gets worse on the part of the corpus that nothing is learned from: its F1
 * stays above the floors of {@code floors.csv}. Those of all languages together rise as a whole: a
 * learning that loses on one of the three gains more on the others. Those of single languages, five
 * articles each, hold between two learnings: models that are learned anew trade one for another,
 * and the floors are then measured anew. What it measures is left in {@code target/floors.csv}.
 */
class FloorTest {
  private static final String HEADER = "language,found,linked,strict";
  private static final String ALL = "all";

  /** F1 of claims found, of those with the right company, of those right in all that counts. */
  private record Scores(double found, double linked, double strict) {
    static Scores measured(List<Path> gold, Extractor extractor) throws IOException {
      Evaluation evaluation = Evaluation.of(gold, extractor);
      return new Scores(evaluation.foundF1(), evaluation.linkedF1(), evaluation.strictF1());
    }

    static Scores parsed(String[] columns) {
      return new Scores(
          Double.parseDouble(columns[1]),
          Double.parseDouble(columns[2]),
          Double.parseDouble(columns[3]));
    }

    boolean isAtLeast(Scores floor) {
      return found >= floor.found && linked >= floor.linked && strict >= floor.strict;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.3f,%.3f,%.3f", found, linked, strict);
    }
  }

  @Test
  void no_language_falls_below_its_floor() throws IOException {
    Map<String, Scores> floors = floors();
    Map<String, Scores> measured = measured();
    List<String> fallen = new ArrayList<>();
    measured.forEach(
        (language, scores) -> {
          Scores floor = floors.getOrDefault(language, new Scores(1, 1, 1));
          if (!scores.isAtLeast(floor)) {
            fallen.add(language + ": " + scores + " is below " + floor);
          }
        });

    assertThat(fallen).isEmpty();
    assertThat(measured.keySet()).isEqualTo(floors.keySet());
  }

  private static Map<String, Scores> floors() throws IOException {
    Map<String, Scores> floors = new TreeMap<>();
    List<String> lines = Files.readAllLines(resource("/floors.csv"), UTF_8);
    assertThat(lines.get(0)).isEqualTo(HEADER);
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split(",", -1);
      assertThat(columns).as(line).hasSize(4);
      floors.put(columns[0], Scores.parsed(columns));
    }
    return floors;
  }

  private static Map<String, Scores> measured() throws IOException {
    Extractor extractor = Extractor.standard();
    Map<String, Scores> measured = new TreeMap<>();
    List<String> lines = new ArrayList<>(List.of(HEADER));
    List<Path> corpus;
    try (Stream<Path> files = Files.list(Path.of("corpus"))) {
      corpus = files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
    }
    for (Path file : corpus) {
      String language = String.valueOf(file.getFileName()).replace(".jsonl", "");
      measured.put(language, Scores.measured(List.of(file), extractor));
    }
    measured.put(ALL, Scores.measured(corpus, extractor));
    measured.forEach((language, scores) -> lines.add(language + "," + scores));
    Files.write(Path.of("target", "floors.csv"), lines, UTF_8);
    return measured;
  }

  private static Path resource(String name) {
    try {
      return Path.of(
          new URI(Objects.requireNonNull(FloorTest.class.getResource(name), name).toString()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
