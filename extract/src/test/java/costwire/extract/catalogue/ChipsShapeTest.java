package costwire.extract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChipsShapeTest {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "kind",
          "maker",
          "family",
          "released",
          "memoryGB",
          "tdpW",
          "holds",
          "of",
          "names",
          "weak",
          "source");

  private final CatalogueFile chips = CatalogueFile.read("chips.yaml", "id");

  @Test
  void every_name_means_one_entry_and_every_field_is_known() {
    assertThat(chips.faults(FIELDS)).isEmpty();
  }

  @Test
  void ids_are_lower_case_words_with_hyphens_and_chips_begin_with_their_maker() {
    for (Map<String, Object> entry : chips.entries()) {
      assertThat(chips.id(entry)).matches("[a-z0-9]+(-[a-z0-9]+)*");
      if (kind(entry).equals("family") || kind(entry).equals("chip")) {
        assertThat(chips.id(entry)).startsWith(entry.get("maker") + "-");
      }
    }
  }

  @Test
  void makers_families_and_the_chips_of_systems_exist() {
    Map<String, String> kinds = new TreeMap<>();
    chips.entries().forEach(entry -> kinds.put(chips.id(entry), kind(entry)));
    for (Map<String, Object> entry : chips.entries()) {
      String id = chips.id(entry);
      switch (kind(entry)) {
        case "maker" -> assertThat(entry).as(id).doesNotContainKeys("maker", "family", "of");
        case "system" -> {
          assertThat(kinds.get("" + entry.get("of"))).as(id).isEqualTo("chip");
          assertThat(entry.get("holds")).as(id).isInstanceOf(Integer.class);
        }
        default -> {
          assertThat(kinds.get("" + entry.get("maker"))).as(id).isEqualTo("maker");
          if (entry.containsKey("family")) {
            assertThat(kinds.get("" + entry.get("family"))).as(id).isEqualTo("family");
          }
        }
      }
    }
  }

  @Test
  void a_chip_says_where_its_figures_are_from() {
    assertThat(chips.entries())
        .filteredOn(entry -> kind(entry).equals("chip"))
        .hasSizeGreaterThan(250)
        .allSatisfy(entry -> assertThat(entry).as(chips.id(entry)).containsKey("source"));
  }

  private static String kind(Map<String, Object> entry) {
    String kind = String.valueOf(entry.getOrDefault("kind", "chip"));
    assertThat(kind).isIn("maker", "family", "chip", "system");
    return kind;
  }
}
