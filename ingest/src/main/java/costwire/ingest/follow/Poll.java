package costwire.ingest.follow;

import costwire.ingest.FeedEntry;
import costwire.ingest.FetchOutcome.Notice;
import costwire.ingest.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One poll of a feed under way: the feed itself, its parts, then the pages that it asks for. */
final class Poll {
  /** Pages asked for at once: their hosts may differ. */
  static final int PAGES_AT_ONCE = 4;

  /** Further feeds that one is made of, above which the rest is left alone. */
  static final int MAX_PARTS = 50;

  final long id;

  /** The further feeds that it is made of and that are still to be asked for. */
  Deque<String> parts = new ArrayDeque<>();

  boolean hasParts;

  /** Whether a part is missing, so that what is not listed is not known to be dropped. */
  boolean incomplete;

  /** What the feed and its parts list; only until all of them have answered. */
  List<FeedEntry> entries = new ArrayList<>();

  Deque<Page> waiting = new ArrayDeque<>();
  int asked;
  private final List<CompletableFuture<?>> requests = new ArrayList<>();

  /** What the server said about the feed beside its body. */
  Notice notice = Notice.NONE;

  /** What the feed came as; null if it did not change. */
  @Nullable Copy copy;

  /** The entries that the feed lists now, by their names in its state. */
  Set<String> listed = Set.of();

  /** Whether it lists anything new. */
  boolean changed;

  /** Whether a page is to be tried again, so that the feed must be listed in full next time. */
  boolean troubled;

  @Nullable Instant notBefore;

  /** Whether the feed's hub told of a change since it began: what we see may be older. */
  boolean pushed;

  Poll(long id) {
    this.id = id;
  }

  /** What is asked for it can be left unasked, as far as it is not under way. */
  void asks(CompletableFuture<?> request) {
    requests.removeIf(CompletableFuture::isDone);
    requests.add(request);
  }

  void giveUp() {
    requests.forEach(request -> request.cancel(false));
  }

  boolean isDone() {
    return asked == 0 && waiting.isEmpty() && parts.isEmpty();
  }

  /** A server asked for rest: what is left of this poll waits for the next. */
  void rest(@Nullable Duration wait, Instant now) {
    if (wait != null) {
      Instant until = now.plus(wait);
      notBefore = notBefore == null || until.isAfter(notBefore) ? until : notBefore;
      troubled |= !waiting.isEmpty();
      waiting.clear();
    }
  }

  /** Another's server asked for rest: its pages wait for the next poll. */
  void skip(String host) {
    troubled |= waiting.removeIf(page -> Hosts.of(page.url()).equals(host));
  }

  /**
   * A feed as it came.
   *
   * @param etag opaque; null if there was none
   * @param lastModified opaque; null if there was none
   * @param source where it was, after redirects
   * @param hub address of its WebSub hub; null if it names none
   * @param self what it calls its own address; null if it does not say
   */
  record Copy(
      @Nullable String etag,
      @Nullable String lastModified,
      String source,
      @Nullable Wishes wishes,
      @Nullable String hub,
      @Nullable String self) {}
}
