package costwire.extract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a claim measures. */
public enum Measure {
  @JsonProperty("cost")
  COST,
  @JsonProperty("chips")
  CHIPS,
  @JsonProperty("duration")
  DURATION,
  @JsonProperty("chip-hours")
  CHIP_HOURS
}
