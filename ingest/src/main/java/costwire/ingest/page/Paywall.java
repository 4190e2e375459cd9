package costwire.ingest.page;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a page says that it shows its text only to those who pay. */
final class Paywall {
  private static final Set<String> TIERS = Set.of("locked", "metered", "premium", "paid", "plus");
  private boolean signed;

  /** Looks at one element's class and id. */
  void see(Marks marks) {
    signed |= marks.look.walled() || (Look.mayWall(marks.id) && Look.of(marks.id).walled());
  }

  boolean stands(@Nullable Boolean free, Map<String, String> meta) {
    if (free != null) {
      return !free;
    }
    String tier = meta.getOrDefault("article:content_tier", "").toLowerCase(Locale.ROOT);
    if (!tier.isEmpty()) {
      return TIERS.contains(tier);
    }
    String stated = meta.getOrDefault("isaccessibleforfree", "");
    return stated.isEmpty() ? signed : stated.equalsIgnoreCase("false");
  }
}
