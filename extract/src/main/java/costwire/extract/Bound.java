package costwire.extract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the text limits an amount. */
public enum Bound {
  @JsonProperty("exact")
  EXACT,
  @JsonProperty("about")
  ABOUT,
  @JsonProperty("at-least")
  AT_LEAST,
  @JsonProperty("at-most")
  AT_MOST,
  @JsonProperty("range")
  RANGE
}
