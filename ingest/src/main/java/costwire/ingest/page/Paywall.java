package costwire.ingest.page;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a page says that it shows its text only to those who pay. */
final class Paywall {
  private static final Set<String> TIERS = Set.of("locked", "metered", "premium", "paid", "plus");
  private static final Pattern SIGN =
      Pattern.compile(
          "(?:^|[\\s_-])(?:paywall|paywalled|regwall|subscriber-only|premium-content)(?:$|[\\s_-])");

  private boolean signed;

  /** Looks at one element's class and id. */
  void see(String named) {
    boolean may = named.contains("wall") || named.contains("-only") || named.contains("mium-");
    signed |= may && SIGN.matcher(named.toLowerCase(Locale.ROOT)).find();
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
