package costwire.ingest.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.FetchOutcome.NotModified;
import costwire.ingest.FetchOutcome.Notice;
import costwire.ingest.Fetcher;
import costwire.ingest.HostRest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;

/** A web of a few pages that answers at once and remembers what it was asked. */
@NullUnmarked // tests pass and compare nulls
final class Web implements Fetcher {
  final Map<String, FetchOutcome> answers = new HashMap<>();
  final List<Request> asked = new ArrayList<>();
  final List<Map<String, String>> posted = new ArrayList<>();
  final List<Duration> leftAlone = new ArrayList<>();
  HostRest rest;

  @Override
  public CompletableFuture<FetchOutcome> fetch(Request request) {
    asked.add(request);
    FetchOutcome outcome = answers.getOrDefault(request.url().toString(), new Gone(404));
    boolean same =
        outcome instanceof Fetched fetched
            && fetched.etag() != null
            && fetched.etag().equals(request.etag());
    return CompletableFuture.completedFuture(
        same ? new NotModified(((Fetched) outcome).notice()) : outcome);
  }

  @Override
  public CompletableFuture<FetchOutcome> post(URI url, Map<String, String> form) {
    posted.add(form);
    return CompletableFuture.completedFuture(answers.getOrDefault(url.toString(), new Gone(404)));
  }

  @Override
  public HostRest rest(URI url) {
    return rest;
  }

  @Override
  public void leaveAlone(URI url, Duration time) {
    leftAlone.add(time);
  }

  List<String> askedSince(int before) {
    return asked.subList(before, asked.size()).stream()
        .map(request -> request.url().getPath())
        .toList();
  }

  void put(String url, String body, String etag) {
    answers.put(url, new Fetched(URI.create(url), body.getBytes(UTF_8), null, etag, null));
  }

  /** What is at an address is said to be at another for good. */
  void moved(String from, String to) {
    Fetched there = (Fetched) answers.get(to);
    Notice notice = new Notice(null, URI.create(to), false);
    answers.put(from, new Fetched(there.url(), there.body(), null, there.etag(), null, notice));
  }

  /** A page whose body is this sentence, made long enough to be an article. */
  void page(String url, String sentence) {
    put(url, "<html lang=en><title>T</title><h1>Title of it</h1><p>" + sentence + "</p>", null);
  }

  /** A feed that lists these pages by these titles. */
  void feed(String url, String etag, String... pagesAndTitles) {
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>F</title>");
    for (int i = 0; i < pagesAndTitles.length; i += 2) {
      feed.append("<item><link>").append(pagesAndTitles[i]).append("</link><title>");
      feed.append(pagesAndTitles[i + 1]).append("</title></item>");
    }
    put(url, feed.append("</channel></rss>").toString(), etag);
  }

  @Override
  public void close() {
    answers.clear();
  }
}
