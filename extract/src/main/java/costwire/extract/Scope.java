package costwire.extract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an amount covers. */
public enum Scope {
  /** One training run, or one model's training. */
  @JsonProperty("training-run")
  TRAINING_RUN,
  /** A programme: several models, research, experiments, staff. */
  @JsonProperty("development")
  DEVELOPMENT,
  /** Chips or servers bought, held, ordered or used without saying for what. */
  @JsonProperty("hardware")
  HARDWARE,
  /** A data centre, cluster or supercomputer as a whole. */
  @JsonProperty("infrastructure")
  INFRASTRUCTURE,
  /** Serving, inference, running costs. */
  @JsonProperty("operation")
  OPERATION,
  @JsonProperty("unspecified")
  UNSPECIFIED
}
