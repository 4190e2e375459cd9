package costwire.extract.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supercomputer, cluster or data centre with a name of its own.
 *
 * @param company canonical name of the one that holds or operates it
 * @param released year and month; null if not known
 */
public record Machine(
    String name,
    @Nullable String company,
    @Nullable String released,
    @Nullable List<String> names,
    @Nullable List<String> weak)
    implements Named {}
