package costwire.extract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an article holds a claim. */
public enum Stance {
  @JsonProperty("asserted")
  ASSERTED,
  /** Reported together with doubt. */
  @JsonProperty("disputed")
  DISPUTED,
  @JsonProperty("denied")
  DENIED,
  /** Not spent yet. */
  @JsonProperty("planned")
  PLANNED
}
