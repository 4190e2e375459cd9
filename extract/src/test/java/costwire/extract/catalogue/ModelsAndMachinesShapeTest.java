package costwire.extract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsAndMachinesShapeTest {
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
            entry -> assertThat(entry.get("company")).as("" + entry).isInstanceOf(String.class))
        .allSatisfy(entry -> assertThat(entry.getOrDefault("kind", "family")).isEqualTo("family"));
  }
}
