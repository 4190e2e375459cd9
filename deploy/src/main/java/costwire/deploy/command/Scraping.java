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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Feeds and pages, one after the other, to lines of JSON. */
final class Scraping {
  private static final int MAX_FILE = 8 << 20;

  private final Fetcher fetcher;
  private final boolean entriesOnly;
  private final Readings readings;
  private final Listings listings;
  private final PrintStream out;
  private final Clock clock;

  Scraping(Fetcher fetcher, boolean entriesOnly, Readings readings, PrintStream out, Clock clock) {
    this.fetcher = fetcher;
    this.entriesOnly = entriesOnly;
    this.readings = readings;
    this.listings = new Listings(fetcher, readings);
    this.out = out;
    this.clock = clock;
  }

  /** A feed or a page on the web. */
  void web(URI address) {
    FetchOutcome outcome = fetcher.fetch(Fetcher.Request.of(address)).join();
    if (outcome instanceof FetchOutcome.Fetched fetched) {
      Body body = new Body(address.toString(), fetched.body(), fetched.contentType());
      read(body, fetched.url(), fetched.url(), null);
    } else {
      readings.refuse(address.toString(), reason(outcome));
    }
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
        listings.entries(body.bytes(), body.type(), address).forEach(this::write);
      } else if (Ingest.isFeed(body.bytes())) {
        feed(listings.ownEntries(body.bytes(), body.type(), address));
      } else {
        article(Ingest.page(body.bytes(), body.type(), url, clock.instant()), file);
      }
    } catch (UnreadableException e) {
      readings.refuse(body.place(), String.valueOf(e.getMessage()));
    }
  }

  private void feed(List<FeedEntry> entries) {
    // All asked at once: the fetcher sees to it that each host is asked one thing at a time.
    List<CompletableFuture<Void>> pages =
        entries.stream().filter(entry -> entry.url() != null).map(this::follow).toList();
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
    return fetcher
        .fetch(Fetcher.Request.of(page))
        .thenAccept(outcome -> take(entry, page, outcome));
  }

  private synchronized void take(FeedEntry entry, URI page, FetchOutcome outcome) {
    if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
      readings.refuse(page.toString(), reason(outcome));
      return;
    }
    try {
      Article article =
          Ingest.page(fetched.body(), fetched.contentType(), fetched.url(), clock.instant());
      article(article.listedAs(entry), null);
    } catch (UnreadableException e) {
      readings.refuse(page.toString(), String.valueOf(e.getMessage()));
    }
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

  static String reason(FetchOutcome outcome) {
    if (outcome instanceof FetchOutcome.Refused refused) {
      return refused.reason();
    }
    if (outcome instanceof FetchOutcome.Failed failed) {
      return failed.reason();
    }
    return outcome instanceof FetchOutcome.Gone gone
        ? "is gone (" + gone.status() + ")"
        : outcome.name();
  }
}
