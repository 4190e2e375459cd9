package costwire.extract.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures that were widely reported of one thing: a training run, an order, a data centre.
 *
 * @param company canonical name of the one whose compute it is; null if nobody's in particular
 * @param model canonical name of what was trained or served; null if none was named
 * @param chip id of the chip; null if none was named
 * @param cost sums with their currency: {@code 5.576M USD}
 * @param chips counts: {@code 350k}
 * @param hours how long it took, in hours
 * @param chipHours {@code 2.788M}
 * @param source where the figures are from, in words that name who told them
 */
public record Report(
    @Nullable String company,
    @Nullable String model,
    @Nullable String chip,
    @Nullable List<String> cost,
    @Nullable List<String> chips,
    @Nullable List<String> hours,
    @JsonProperty("chip-hours") @Nullable List<String> chipHours,
    String source) {}
