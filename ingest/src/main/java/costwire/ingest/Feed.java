package costwire.ingest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feed to follow: its settings, and how far it has been read.
 *
 * @param url http or https; the key of its record
 * @param title what to call it; null: as it calls itself
 * @param language ISO 639-1 code for articles that state none; null if unknown
 * @param publisher outlet for articles that state none; null if unknown
 * @param interval least time between polls of a healthy feed, at least a second; one that changes
 *     seldom is asked less often
 * @param state how far it has been read; null for a feed that was never asked, and for a change of
 *     settings, which keeps the state that the follower knows
 * @param push what its hub told us; null: nothing. With it and without a state the record says only
 *     that, and changes nothing else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Feed(
    String url,
    @Nullable String title,
    @Nullable String language,
    @Nullable String publisher,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration interval,
    @Nullable State state,
    @Nullable Push push) {
  public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);

  private static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);

  public Feed {
    if (url == null || !url.matches("(?i)https?://.+")) {
      throw new IllegalArgumentException("a feed needs an http or https address, not " + url);
    }
    interval = interval == null ? DEFAULT_INTERVAL : interval;
    if (interval.compareTo(LEAST_INTERVAL) < 0) {
      throw new IllegalArgumentException("a feed's interval is at least a second: " + url);
    }
  }

  /** A feed that no hub told us anything of. */
  public Feed(
      String url,
      @Nullable String title,
      @Nullable String language,
      @Nullable String publisher,
      Duration interval,
      @Nullable State state) {
    this(url, title, language, publisher, interval, state, null);
  }

  /** A feed to follow with the default settings. */
  public static Feed of(String url) {
    return new Feed(url, null, null, null, DEFAULT_INTERVAL, null);
  }

  public Feed every(Duration other) {
    return new Feed(url, title, language, publisher, other, state, push);
  }

  /**
   * @param newTitle what to call it; null: as it calls itself
   * @param newLanguage ISO 639-1 code for articles that state none; null if unknown
   */
  public Feed called(@Nullable String newTitle, @Nullable String newLanguage) {
    return new Feed(url, newTitle, newLanguage, publisher, interval, state, push);
  }

  public Feed with(State other) {
    return new Feed(url, title, language, publisher, interval, other, push);
  }

  /** What only tells what the feed's hub said. */
  public Feed telling(Push what) {
    return new Feed(url, title, language, publisher, interval, null, what);
  }

  /** The same with what its hub said. */
  public Feed hearing(Push what) {
    return new Feed(url, title, language, publisher, interval, state, what);
  }

  /** Whether it changes no settings, but tells what the feed's hub said. */
  public boolean tellsOnly() {
    return state == null && push != null;
  }

  @JsonIgnore
  public Push pushOrNone() {
    return push == null ? Push.NONE : push;
  }

  /** The state, or that of a feed never asked. */
  @JsonIgnore
  public State stateOrNew() {
    return state == null ? State.NEW : state;
  }

  /**
   * These settings with the fresher state of the two: a change of settings loses no state. A record
   * that only tells what a hub said leaves the earlier settings too. The hub's word is the newer.
   */
  public Feed over(@Nullable Feed earlier) {
    if (earlier == null) {
      return this;
    }
    boolean theirs = state == null || (earlier.state != null && state.isOlderThan(earlier.state));
    Feed settings = tellsOnly() ? earlier : this;
    return new Feed(
        url,
        settings.title,
        settings.language,
        settings.publisher,
        settings.interval,
        theirs ? earlier.state : state,
        Push.newer(push, earlier.push));
  }

  /** Whether nobody asks for it any more: it is gone for ever, or it moved. */
  public boolean hasEnded() {
    return state != null && state.endedAt != null;
  }

  /**
   * Fetch state.
   *
   * @param etag as the server sent it, opaque
   * @param lastModified as the server sent it, opaque
   * @param source where the two came from, after redirects; null: the feed's own address
   * @param lastFetchedAt when it was last asked; orders the states of a feed
   * @param lastSuccessAt when it was last read or found unchanged
   * @param nextPollAt when it is due; null: now
   * @param pace time between polls as it suits how often the feed changes; null: not known yet
   * @param wishes how its publisher wants it to be polled; null: as we like
   * @param failures failed polls in a row
   * @param lastError why the last poll failed, in words; null if it did not
   * @param endedAt when it ended, after which it is asked no more; null if it goes on
   * @param movedTo where it goes on if it ended because it moved; else null
   * @param movedFrom where it came from if it moved here; else null
   * @param movingTo where its server says that it is for good, if that was heard once; else null
   * @param rest what rest its host asked for when it was asked last; null: none
   * @param hub where we ask to be told of changes; null if it names no hub or nobody could tell us
   * @param entries what is known of each entry, by entry id, oldest first, at most {@link
   *     #MAX_ENTRIES}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record State(
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable String source,
      @Nullable Instant lastFetchedAt,
      @Nullable Instant lastSuccessAt,
      @Nullable Instant nextPollAt,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration pace,
      @Nullable Wishes wishes,
      int failures,
      @Nullable String lastError,
      @Nullable Instant endedAt,
      @Nullable String movedTo,
      @Nullable String movedFrom,
      @Nullable String movingTo,
      @Nullable HostRest rest,
      @Nullable Hub hub,
      Map<String, Known> entries) {
    /** Bounds the record: far above what a feed lists, far below the broker's limit. */
    public static final int MAX_ENTRIES = 500;

    public static final State NEW = new State(null, null, null, null, null, 0, null, Map.of());

    public State {
      if (failures < 0) {
        throw new IllegalArgumentException("failures cannot be negative");
      }
      entries = latest(entries == null ? Map.of() : entries);
    }

    /** The state of a feed that neither moved nor ended, and whose publisher wishes for nothing. */
    public State(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant lastFetchedAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextPollAt,
        int failures,
        @Nullable String lastError,
        Map<String, Known> entries) {
      this(
          etag,
          lastModified,
          null,
          lastFetchedAt,
          lastSuccessAt,
          nextPollAt,
          null,
          null,
          failures,
          lastError,
          null,
          null,
          null,
          null,
          null,
          null,
          entries);
    }

    /** The same, to be changed. */
    public StateDraft but() {
      return new StateDraft(this);
    }

    boolean isOlderThan(State other) {
      return other.lastFetchedAt != null
          && (lastFetchedAt == null || lastFetchedAt.isBefore(other.lastFetchedAt));
    }

    public State with(Map<String, Known> other) {
      return but().entries(other).build();
    }

    private static Map<String, Known> latest(Map<String, Known> entries) {
      Map<String, Known> kept = new LinkedHashMap<>();
      entries.entrySet().stream()
          .skip(Math.max(0, entries.size() - MAX_ENTRIES))
          .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
      return Collections.unmodifiableMap(kept);
    }
  }

  /**
   * What is known of an entry.
   *
   * @param listing fingerprint of how the feed lists it: another one means it changed
   * @param article id of the article it became; null if it became none
   * @param content fingerprint of the article as it was published; null if it became none
   * @param url its page; null if that is the entry's id
   * @param tries failed attempts at its page in a row
   * @param dropped whether the feed lists it no longer and its page was looked at for a last time
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Known(
      String listing,
      @Nullable String article,
      @Nullable String content,
      @Nullable String url,
      int tries,
      boolean dropped) {
    public Known {
      Objects.requireNonNull(listing, "an entry needs the fingerprint of its listing");
    }
  }
}
