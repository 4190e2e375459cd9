package costwire.deploy.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import costwire.ingest.Feed;
import costwire.ingest.Hub;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed does, for those who look after it.
 *
 * @param title what the user calls it; null: as it calls itself
 * @param language ISO 639-1 code for articles that state none; null if unknown
 * @param publisher outlet for articles that state none; null if unknown
 * @param lastSuccessAt when it was last read or found unchanged; null: never
 * @param lastFetchedAt when it was last asked; null: never
 * @param nextPollAt when it is due; null: now, or never again if it ended
 * @param failures failed polls in a row
 * @param lastError why the last poll failed, in words; null if it did not
 * @param hub where we ask to be told of changes; null: nowhere
 * @param hubError why the hub does not tell us, in words; null if it does, or was not asked yet
 * @param pushUntil until when it tells us; null: it does not
 * @param pushedAt when it last told us; null: never
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FeedStatus(
    String url,
    @Nullable String title,
    @Nullable String language,
    @Nullable String publisher,
    Health state,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFetchedAt,
    @Nullable Instant nextPollAt,
    int failures,
    @Nullable String lastError,
    @Nullable String hub,
    @Nullable String hubError,
    @Nullable Instant pushUntil,
    @Nullable Instant pushedAt) {
  /** A feed that failed and is left alone for longer rests. */
  private static final Duration REST = Duration.ofHours(1);

  /** In a word. */
  enum Health {
    /** Never asked yet. */
    @JsonProperty("new")
    NEW,
    /** The last poll went through. */
    @JsonProperty("healthy")
    HEALTHY,
    /** The last poll failed; the next one is soon. */
    @JsonProperty("failing")
    FAILING,
    /** The last poll failed, and the feed is left alone for an hour or more. */
    @JsonProperty("resting")
    RESTING,
    /** Gone for good, as its server says. */
    @JsonProperty("ended")
    ENDED
  }

  static FeedStatus of(Feed feed) {
    Feed.State state = feed.stateOrNew();
    return new FeedStatus(
        feed.url(),
        feed.title(),
        feed.language(),
        feed.publisher(),
        health(feed, state),
        state.lastSuccessAt(),
        state.lastFetchedAt(),
        state.nextPollAt(),
        state.failures(),
        state.lastError(),
        state.hub() == null ? null : state.hub().url(),
        hubError(feed),
        feed.pushOrNone().leaseUntil(),
        feed.pushOrNone().pushedAt());
  }

  private static @Nullable String hubError(Feed feed) {
    Hub hub = feed.stateOrNew().hub();
    String error = hub == null ? null : hub.lastError();
    return error == null ? feed.pushOrNone().denied() : error;
  }

  private static Health health(Feed feed, Feed.State state) {
    Instant asked = state.lastFetchedAt();
    if (asked == null) {
      return Health.NEW;
    }
    if (feed.hasEnded()) {
      return Health.ENDED;
    }
    if (state.failures() == 0) {
      return Health.HEALTHY;
    }
    Instant next = state.nextPollAt();
    boolean left = next != null && !next.isBefore(asked.plus(REST));
    return left ? Health.RESTING : Health.FAILING;
  }
}
