package costwire.ingest;

import costwire.ingest.feed.FeedReader;
import costwire.ingest.page.PageReader;
import costwire.ingest.source.Online;
import costwire.ingest.source.Sources;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way in: files, pages and feeds become articles and entries. */
public final class Ingest {
  private Ingest() {}

  /**
   * Reads {@code .jsonl}, {@code .txt}, {@code .html}, {@code .warc.gz} and folders of them, in
   * order (a folder's files by name), one article at a time as the stream is walked. What cannot be
   * read is refused with its place and reason, and the rest goes on; no line, text or page is read
   * beyond 8 MiB. Malformed UTF-8 is refused rather than mended: a byte lost in a figure is another
   * figure. (Pages are in any charset, and are mended as browsers do.) Close the stream.
   */
  public static Stream<Reading> read(List<Path> files) {
    return read(files, Clock.systemUTC());
  }

  /** As {@link #read(List)}; articles dated after the clock lose their date. */
  public static Stream<Reading> read(List<Path> files, Clock clock) {
    return new Sources(clock).read(files);
  }

  /** As {@link #read(List)}; a file {@code -} stands for JSON Lines from this stream. */
  public static Stream<Reading> read(List<Path> files, InputStream stdin) {
    return Inputs.of(files, stdin).read(Clock.systemUTC());
  }

  /** Reads JSON Lines, one article a line, as they come. Close the stream to close the input. */
  public static Stream<Reading> read(InputStream lines, String name) {
    return new Sources(Clock.systemUTC()).lines(lines, name);
  }

  /**
   * Takes the article out of a page.
   *
   * @param contentTypeHeader as the server sent it; null if it sent none
   * @param url where it was read; null if unknown
   * @throws UnreadableException if it is no HTML page or holds no article
   */
  public static Article page(
      byte[] body, @Nullable String contentTypeHeader, @Nullable URI url, Instant fetchedAt) {
    return PageReader.read(body, contentTypeHeader, url, fetchedAt);
  }

  /**
   * Reads a feed (RSS, RDF, Atom, JSON Feed), entries in its own order.
   *
   * @throws UnreadableException if it is no feed
   */
  public static Listing feed(byte[] body, URI url) {
    return FeedReader.read(body, url);
  }

  /**
   * Reads an address as the follower would: a page's article, or the articles that a feed lists, in
   * its order, each page fetched when the stream comes to it.
   */
  public static Stream<Reading> fetch(Fetcher fetcher, URI url, Clock clock) {
    return Online.read(fetcher, url, clock);
  }

  /** Whether a body is a feed rather than a page, by its bytes. */
  public static boolean isFeed(byte[] body) {
    return FeedReader.isFeed(body);
  }
}
