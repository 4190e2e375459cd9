package costwire.ingest;

import costwire.ingest.Feed.Known;
import costwire.ingest.Feed.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feed's next state in the making; what is not touched stays. */
public final class StateDraft {
  private @Nullable String etag;
  private @Nullable String lastModified;
  private @Nullable String source;
  private @Nullable Instant lastFetchedAt;
  private @Nullable Instant lastSuccessAt;
  private @Nullable Instant nextPollAt;
  private @Nullable Duration pace;
  private @Nullable Wishes wishes;
  private int failures;
  private @Nullable String lastError;
  private @Nullable Instant endedAt;
  private @Nullable String movedTo;
  private @Nullable String movedFrom;
  private @Nullable String movingTo;
  private @Nullable HostRest rest;
  private @Nullable Hub hub;
  private Map<String, Known> entries;

  StateDraft(State state) {
    this.etag = state.etag();
    this.lastModified = state.lastModified();
    this.source = state.source();
    this.lastFetchedAt = state.lastFetchedAt();
    this.lastSuccessAt = state.lastSuccessAt();
    this.nextPollAt = state.nextPollAt();
    this.pace = state.pace();
    this.wishes = state.wishes();
    this.failures = state.failures();
    this.lastError = state.lastError();
    this.endedAt = state.endedAt();
    this.movedTo = state.movedTo();
    this.movedFrom = state.movedFrom();
    this.movingTo = state.movingTo();
    this.rest = state.rest();
    this.hub = state.hub();
    this.entries = state.entries();
  }

  /**
   * What the server gave to ask with next time.
   *
   * @param from the address it holds for; null: the feed's own
   */
  public StateDraft copy(@Nullable String tag, @Nullable String date, @Nullable String from) {
    this.etag = tag;
    this.lastModified = date;
    this.source = from;
    return this;
  }

  /** It was asked, and worked. */
  public StateDraft succeeded(Instant at) {
    this.lastFetchedAt = at;
    this.lastSuccessAt = at;
    this.failures = 0;
    this.lastError = null;
    return this;
  }

  /**
   * It was asked, or was to be, in vain.
   *
   * @param inARow how often by now
   */
  public StateDraft failed(Instant at, int inARow, String why) {
    this.lastFetchedAt = at;
    this.failures = inARow;
    this.lastError = why;
    return this;
  }

  public StateDraft nextPollAt(@Nullable Instant value) {
    this.nextPollAt = value;
    return this;
  }

  public StateDraft pace(@Nullable Duration value) {
    this.pace = value;
    return this;
  }

  public StateDraft wishes(@Nullable Wishes value) {
    this.wishes = value;
    return this;
  }

  public StateDraft endedAt(@Nullable Instant value) {
    this.endedAt = value;
    return this;
  }

  public StateDraft movedTo(@Nullable String value) {
    this.movedTo = value;
    return this;
  }

  public StateDraft movedFrom(@Nullable String value) {
    this.movedFrom = value;
    return this;
  }

  public StateDraft movingTo(@Nullable String value) {
    this.movingTo = value;
    return this;
  }

  /** What rest its host asks for; null: none. */
  public StateDraft rest(@Nullable HostRest value) {
    this.rest = value;
    return this;
  }

  public StateDraft hub(@Nullable Hub value) {
    this.hub = value;
    return this;
  }

  public StateDraft entries(Map<String, Known> value) {
    this.entries = value;
    return this;
  }

  public State build() {
    return new State(
        etag,
        lastModified,
        source,
        lastFetchedAt,
        lastSuccessAt,
        nextPollAt,
        pace,
        wishes,
        failures,
        lastError,
        endedAt,
        movedTo,
        movedFrom,
        movingTo,
        rest,
        hub,
        entries);
  }
}
