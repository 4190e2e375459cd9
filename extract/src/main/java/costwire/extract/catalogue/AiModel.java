package costwire.extract.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AI model, or a family of them.
 *
 * @param company canonical name of its maker
 * @param kind {@code family}, or null for a model
 * @param released year and month; null if not known
 */
public record AiModel(
    String name,
    @Nullable String kind,
    @Nullable String company,
    @Nullable String released,
    @Nullable List<String> names,
    @Nullable List<String> weak)
    implements Named {
  public boolean isFamily() {
    return "family".equals(kind);
  }
}
