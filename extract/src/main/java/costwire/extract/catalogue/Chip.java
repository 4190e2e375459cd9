package costwire.extract.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A maker, a family, a chip, or a system that holds so many of one.
 *
 * @param id as claims carry it
 * @param holds chips in a system; null for the rest
 * @param of id of the chip that a system holds; null for the rest
 * @param released year and month; null if not known
 * @param memoryGB of the largest common configuration; null if the maker has not said
 * @param tdpW likewise, in watts
 * @param source where the facts are from, in words
 */
public record Chip(
    String id,
    @Nullable Kind kind,
    @Nullable String maker,
    @Nullable String family,
    @Nullable Integer holds,
    @Nullable String of,
    @Nullable String released,
    @Nullable Double memoryGB,
    @Nullable Double tdpW,
    @Nullable List<String> names,
    @Nullable List<String> weak,
    @Nullable String source)
    implements Named {
  /** What an entry stands for. */
  public enum Kind {
    @JsonProperty("maker")
    MAKER(0),
    @JsonProperty("family")
    FAMILY(1),
    @JsonProperty("chip")
    CHIP(2),
    @JsonProperty("system")
    SYSTEM(3);

    private final int rank;

    Kind(int rank) {
      this.rank = rank;
    }
  }

  public Chip {
    kind = kind == null ? Kind.CHIP : kind;
  }

  /** Which of two names of one thing says more: a chip's over its family's over its maker's. */
  public int rank() {
    return kind == null ? Kind.CHIP.rank : kind.rank;
  }
}
