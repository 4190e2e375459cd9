package costwire.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A span of an article that is an amount of money, a chip or a duration, whatever it is about.
 *
 * <p>Fields as in {@link Claim}; a chip without a count has no figures.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Entity(
    String articleId,
    String in,
    int start,
    int end,
    String quote,
    Kind kind,
    @Nullable BigDecimal low,
    @Nullable BigDecimal best,
    @Nullable BigDecimal high,
    @Nullable String unit,
    @Nullable Bound bound,
    @Nullable String per,
    @Nullable String chip) {
  /** What the span is. */
  public enum Kind {
    @JsonProperty("money")
    MONEY,
    @JsonProperty("chip")
    CHIP,
    @JsonProperty("duration")
    DURATION
  }
}
