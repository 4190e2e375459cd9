package costwire.extract;

import costwire.extract.catalogue.Catalogue;
import costwire.extract.catalogue.Chip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the catalogue knows of the chips that claims name by their ids. */
public final class Chips {
  private static final Chips STANDARD = new Chips(Catalogue.chips());

  private final Map<String, Chip> byId = new HashMap<>();

  private Chips(List<Chip> chips) {
    chips.forEach(chip -> byId.put(chip.id(), chip));
  }

  /** The chips of the catalogue that comes with the program. */
  public static Chips standard() {
    return STANDARD;
  }

  /**
   * What the maker allows the chip to draw.
   *
   * @return watts; null where the maker has not said, and for families and makers
   */
  public @Nullable Double watts(String id) {
    Chip chip = byId.get(id);
    return chip == null ? null : chip.tdpW();
  }

  /**
   * The chip, its families from the nearest to the widest, and its maker. A variant that the
   * catalogue does not have ({@code nvidia-h100-pcie}) comes before what its name begins with.
   */
  public List<String> lineage(String id) {
    List<String> lineage = new ArrayList<>();
    for (String next = id; next != null && !lineage.contains(next); next = wider(next)) {
      lineage.add(next);
    }
    return lineage;
  }

  private @Nullable String wider(String id) {
    Chip chip = byId.get(id);
    if (chip != null) {
      return chip.family() != null ? chip.family() : chip.maker();
    }
    int hyphen = id.lastIndexOf('-');
    return hyphen < 1 ? null : id.substring(0, hyphen);
  }
}
