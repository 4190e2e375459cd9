package costwire.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import costwire.ingest.Article;
import costwire.ingest.FeedEntry;
import costwire.ingest.FetchOutcome;
import costwire.ingest.Fetcher;
import costwire.ingest.Ingest;
import costwire.ingest.UnreadableException;
import costwire.stream.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Feeds and pages, one after the other, to lines of JSON. */
final class Scraping {
  private static final int MAX_FILE = 8 << 20;

  /** A host sends away who comes while too many wait. */
  private static final int PAGES_AT_ONCE = 8;

  private final Fetcher fetcher;
  private final boolean entriesOnly;
  private final Readings readings;
  private final Listings listings;
  private final PrintStream out;
  private final Clock clock;
  private final Fetcher.Trace trace;

  /**
   * @param trace hears what is done for each address
   */
  Scraping(
      Fetcher fetcher,
      boolean entriesOnly,
      Readings readings,
      PrintStream out,
      Clock clock,
      Fetcher.Trace trace) {
    this.fetcher = fetcher;
    this.entriesOnly = entriesOnly;
    this.readings = readings;
    this.listings = new Listings(fetcher, readings);
    this.out = out;
    this.clock = clock;
    this.trace = trace;
  }

  /** A feed or a page on the web. */
  void web(URI address) {
    FetchOutcome outcome = fetch(address).join();
    if (outcome instanceof FetchOutcome.Fetched fetched) {
      Body body = new Body(address.toString(), fetched.body(), fetched.contentType());
      if (isUnlisted(address, fetched)) {
        return;
      }
      read(body, fetched.url(), fetched.url(), null);
    } else {
      readings.refuse(address.toString(), reason(outcome));
    }
  }

  private CompletableFuture<FetchOutcome> fetch(URI address) {
    return fetcher.fetch(Fetcher.Request.of(address), words -> trace.step(address + ": " + words));
  }

  /** A saved feed or page, or all of a folder, by name. */
  void file(Path file, @Nullable URI from) {
    if (Files.isDirectory(file)) {
      try (Stream<Path> files = Files.walk(file)) {
        files.filter(Files::isRegularFile).sorted().forEach(each -> file(each, from));
      } catch (IOException | UncheckedIOException e) {
        readings.refuse(file.toString(), "the folder cannot be read");
      }
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] body = in.readNBytes(MAX_FILE + 1);
      if (body.length > MAX_FILE) {
        readings.refuse(file.toString(), "longer than 8 MiB");
      } else {
        // A saved feed without its address still lists its entries.
        URI address = from == null ? file.toUri() : from;
        read(new Body(file.toString(), body, null), from, address, file);
      }
    } catch (IOException e) {
      readings.refuse(file.toString(), Files.exists(file) ? "cannot be read" : "is not there");
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Body(String place, byte[] bytes, @Nullable String type) {}

  private void read(Body body, @Nullable URI url, URI address, @Nullable Path file) {
    try {
      if (entriesOnly) {
        List<FeedEntry> entries = listings.entries(body.bytes(), body.type(), address);
        told(body, entries);
        entries.forEach(this::write);
      } else if (Ingest.isFeed(body.bytes())) {
        List<FeedEntry> entries = listings.ownEntries(body.bytes(), body.type(), address);
        told(body, entries);
        feed(entries);
      } else {
        Article article = Ingest.page(body.bytes(), body.type(), url, clock.instant());
        trace.step(body.place() + ": " + words(article));
        article(article, file);
      }
    } catch (UnreadableException e) {
      readings.refuse(body.place(), String.valueOf(e.getMessage()));
    }
  }

  private void told(Body body, List<FeedEntry> entries) {
    trace.step(body.place() + ": is a feed of " + entries.size() + " entries");
  }

  private void feed(List<FeedEntry> entries) {
    // The fetcher sees to it that each host is asked one thing at a time.
    Deque<CompletableFuture<Void>> pages = new ArrayDeque<>();
    for (FeedEntry entry : entries) {
      if (entry.url() != null) {
        pages.add(follow(entry));
      }
      if (pages.size() == PAGES_AT_ONCE) {
        pages.remove().join();
      }
    }
    pages.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Void> follow(FeedEntry entry) {
    URI page;
    try {
      page = new URI(String.valueOf(entry.url()));
    } catch (URISyntaxException e) {
      readings.refuse(String.valueOf(entry.url()), "is no web address");
      return CompletableFuture.completedFuture(null);
    }
    return fetch(page).thenAccept(outcome -> take(entry, page, outcome));
  }

  private synchronized void take(FeedEntry entry, URI page, FetchOutcome outcome) {
    if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
      readings.refuse(page.toString(), reason(outcome));
      return;
    }
    if (isUnlisted(page, fetched)) {
      return;
    }
    try {
      Article article =
          Ingest.page(fetched.body(), fetched.contentType(), fetched.url(), clock.instant());
      trace.step(page + ": " + words(article));
      article(article.listedAs(entry), null);
    } catch (UnreadableException e) {
      readings.refuse(page.toString(), String.valueOf(e.getMessage()));
    }
  }

  /** A page that its server wants in no index; a feed in none is a feed all the same. */
  private boolean isUnlisted(URI page, FetchOutcome.Fetched fetched) {
    boolean unlisted = fetched.notice().noIndex() && !Ingest.isFeed(fetched.body());
    if (unlisted) {
      readings.refuse(page.toString(), "X-Robots-Tag wants it in no index");
    }
    return unlisted;
  }

  private void article(Article article, @Nullable Path file) {
    ObjectNode line = Json.mapper().valueToTree(article);
    if (file != null) {
      line.put("file", file.toString());
    }
    write(line);
  }

  private void write(Object line) {
    try {
      out.println(Json.mapper().writeValueAsString(line));
      readings.accepted();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String words(Article article) {
    return "is an article of "
        + article.text().length()
        + " characters"
        + (article.language() == null ? "" : " in " + article.language());
  }

  static String reason(FetchOutcome outcome) {
    if (outcome instanceof FetchOutcome.Refused refused) {
      return refused.reason();
    }
    if (outcome instanceof FetchOutcome.Failed failed) {
      return failed.reason();
    }
    if (outcome instanceof FetchOutcome.PutOff off) {
      return off.reason();
    }
    return outcome instanceof FetchOutcome.Gone gone
        ? "is gone (" + gone.status() + ")"
        : outcome.name();
  }
}
