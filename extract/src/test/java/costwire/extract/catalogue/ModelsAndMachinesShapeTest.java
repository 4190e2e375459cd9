package costwire.extract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsAndMachinesShapeTest {
  /** Two people have made models at home. */
  private static final Set<String> ORGANISATIONS =
      Stream.concat(
              ids("organisations.yaml", "name").stream(),
              Stream.of("Bram Vanroy", "Edwin Rijgersberg"))
          .collect(Collectors.toSet());

  private static final Set<String> REPORTED =
      Set.of("company", "model", "chip", "cost", "chips", "hours", "chip-hours", "source");

  private static final Predicate<String> COUNT =
      Pattern.compile("\\d+(\\.\\d+)?(k|M|bn|tn)?").asMatchPredicate();

  private static final Predicate<String> SUM =
      Pattern.compile("\\d+(\\.\\d+)?(k|M|bn|tn)? [A-Z]{3}").asMatchPredicate();

  private static final Set<String> FIELDS =
      Set.of("name", "company", "kind", "released", "names", "weak");

  @ParameterizedTest
  @CsvSource({"models.yaml, 700", "machines.yaml, 200"})
  void every_name_means_one_entry_that_belongs_to_somebody(String file, int atLeast) {
    CatalogueFile catalogue = CatalogueFile.read(file, "name");
    assertThat(catalogue.faults(FIELDS)).isEmpty();
    assertThat(catalogue.entries())
        .hasSizeGreaterThan(atLeast)
        .allSatisfy(
            entry -> assertThat(ORGANISATIONS).as("" + entry).contains("" + entry.get("company")))
        .allSatisfy(entry -> assertThat(entry.getOrDefault("kind", "family")).isEqualTo("family"));
  }

  private static Set<String> ids(String file, String key) {
    CatalogueFile catalogue = CatalogueFile.read(file, key);
    return catalogue.entries().stream().map(catalogue::id).collect(Collectors.toSet());
  }

  @Test
  void every_reported_figure_is_of_somebody_and_something_in_the_catalogues() {
    Set<String> models = ids("models.yaml", "name");
    Set<String> chips = ids("chips.yaml", "id");
    CatalogueFile reports = CatalogueFile.read("reports.yaml", "company");
    assertThat(reports.entries())
        .hasSizeGreaterThan(1_000)
        .doesNotHaveDuplicates()
        .allSatisfy(report -> assertThat(REPORTED).containsAll(report.keySet()))
        .allSatisfy(report -> assertThat(ORGANISATIONS).containsAll(given(report, "company")))
        .allSatisfy(report -> assertThat("" + report.get("source")).hasSizeGreaterThan(4))
        .allSatisfy(report -> assertThat(figures(report, "cost")).allMatch(SUM))
        .allSatisfy(
            report ->
                assertThat(List.of("chips", "hours", "chip-hours"))
                    .flatMap(field -> figures(report, field))
                    .allMatch(COUNT))
        .allSatisfy(report -> assertThat(models).containsAll(given(report, "model")))
        .allSatisfy(report -> assertThat(chips).containsAll(given(report, "chip")));
  }

  private static List<String> figures(Map<String, Object> report, String field) {
    return CatalogueFile.forms(report, field).stream().map(String::valueOf).toList();
  }

  private static List<String> given(Map<String, Object> report, String field) {
    return report.containsKey(field) ? List.of("" + report.get(field)) : List.of();
  }
}
