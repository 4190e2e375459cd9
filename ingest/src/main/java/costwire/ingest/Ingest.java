package costwire.ingest;

import costwire.ingest.feed.FeedLinks;
import costwire.ingest.feed.FeedReader;
import costwire.ingest.feed.Opml;
import costwire.ingest.page.Links;
import costwire.ingest.page.PageReader;
import costwire.ingest.source.Online;
import costwire.ingest.source.Sources;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
   * Reads a feed (RSS, RDF, Atom, JSON Feed, a sitemap or an index of them), entries in its own
   * order. What is broken in it is read as far as it can be.
   *
   * @param contentTypeHeader as the server sent it; null if it sent none
   * @param url where it was read; what its relative addresses stand on
   * @throws UnreadableException if it is no feed
   */
  public static Listing feed(byte[] body, @Nullable String contentTypeHeader, URI url) {
    return FeedReader.read(body, contentTypeHeader, url);
  }

  /** As {@link #feed(byte[], String, URI)}, of a feed that came without a header. */
  public static Listing feed(byte[] body, URI url) {
    return FeedReader.read(body, url);
  }

  /**
   * The feeds that a page names, best first: those of its head, then links that look like feeds,
   * those of comments last.
   *
   * @param contentTypeHeader as the server sent it; null if it sent none
   * @throws UnreadableException if it is no text
   */
  public static List<URI> feedsOf(byte[] page, @Nullable String contentTypeHeader, URI url) {
    return FeedLinks.of(page, contentTypeHeader, url);
  }

  /** A web address as a person writes it, in full and in letters that go over the wire. */
  public static Optional<String> address(@Nullable String text) {
    return Optional.ofNullable(Links.resolve(null, text)).map(URI::toString);
  }

  /**
   * Reads a list of feeds (OPML 1.0 or 2.0).
   *
   * @param contentTypeHeader as it was sent; null if it was not
   * @throws UnreadableException if it is none
   */
  public static Subscriptions subscriptions(byte[] opml, @Nullable String contentTypeHeader) {
    return Opml.read(opml, contentTypeHeader);
  }

  /** A list of feeds as OPML 2.0. */
  public static String opml(String title, Collection<Feed> feeds) {
    return Opml.write(title, feeds);
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
