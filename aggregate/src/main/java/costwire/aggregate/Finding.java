package costwire.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Something in a line that does not add up.
 *
 * @param sentence in English
 * @param claims ids of those that it is about, sorted; the first ones where there are many
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Finding(Kind kind, String sentence, List<String> claims) {
  public Finding {
    claims = List.copyOf(claims);
  }

  /** What is wrong. */
  public enum Kind {
    /** More dollars for a chip-hour than anybody asks. */
    @JsonProperty("price-above-band")
    PRICE_ABOVE_BAND,
    /** Fewer than anybody takes. */
    @JsonProperty("price-below-band")
    PRICE_BELOW_BAND,
    /** The digits of a figure that more tell, at another power of ten: it weighs nothing. */
    @JsonProperty("power-of-ten")
    POWER_OF_TEN,
    /** The same, where it cannot be told which of the two is right: both weigh as they did. */
    @JsonProperty("power-of-ten-undecided")
    POWER_OF_TEN_UNDECIDED,
    /**
     * Two currencies told as one sum, that are not: the likelier weighs as it did and the other
     * nothing; where that cannot be told, both weigh half.
     */
    @JsonProperty("conversion-misfit")
    CONVERSION_MISFIT,
    /** One count of a single run's chips or hours against several: it weighs nothing. */
    @JsonProperty("odd-count")
    ODD_COUNT,
    /** What the run of another of the company's models cost: it weighs nothing. */
    @JsonProperty("model-mix-up")
    MODEL_MIX_UP,
    /** What was paid for more than the run, told as its cost: it weighs less. */
    @JsonProperty("scope-mix-up")
    SCOPE_MIX_UP
  }
}
