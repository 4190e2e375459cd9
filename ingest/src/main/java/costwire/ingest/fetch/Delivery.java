package costwire.ingest.fetch;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Accepted;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.NotModified;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.Fetcher.Trace;
import costwire.ingest.fetch.Visits.Visit;
import costwire.ingest.page.Links;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * A form on its way to whoever asked for such forms: robots.txt is for those who read, and is not
 * asked. It follows only the redirects that let it be sent again as it is.
 */
final class Delivery {
  private static final int MAX_REDIRECTS = 5;

  /** What a server says beside its status is not read, but it must be able to say it. */
  private static final int ANSWER_BYTES = 1 << 10;

  private static final Map<String, String> HEADERS = Map.of(HttpHeaders.ACCEPT, "*/*");

  private final String form;
  private final TimeLeft left;
  private final Visits visits;
  private final Replies replies;
  private int redirects;

  Delivery(Map<String, String> fields, TimeLeft left, Visits visits, Replies replies) {
    this.form = encoded(fields);
    this.left = left;
    this.visits = visits;
    this.replies = replies;
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  CompletableFuture<FetchOutcome> to(URI url) {
    String refusal = HttpFetcher.refusal(url);
    if (refusal != null) {
      return ended(new Refused(refusal));
    }
    Visit visit =
        new Visit(
            url,
            HEADERS,
            ANSWER_BYTES,
            Duration.ZERO,
            reply -> Duration.ZERO,
            left,
            Trace.NONE,
            form);
    return visits
        .visit(visit)
        .handle((reply, error) -> reply == null ? ended(replies.failure(error)) : go(url, reply))
        .thenCompose(outcome -> outcome);
  }

  private CompletableFuture<FetchOutcome> go(URI url, Reply reply) {
    int status = reply.status();
    if (status >= 200 && status < 300) {
      return ended(new Accepted(status));
    }
    if (status != 307 && status != 308) {
      return ended(unwanted(url, reply));
    }
    URI to = Links.resolve(url, reply.header(HttpHeaders.LOCATION));
    boolean downgrade =
        to != null
            && "https".equalsIgnoreCase(url.getScheme())
            && !"https".equalsIgnoreCase(to.getScheme());
    if (to == null || downgrade || redirects == MAX_REDIRECTS) {
      return ended(new Refused("redirected too often, in the clear, or to no web address"));
    }
    redirects++;
    return to(to);
  }

  private FetchOutcome unwanted(URI url, Reply reply) {
    FetchOutcome outcome = replies.outcome(url, reply, null);
    boolean odd = outcome instanceof Fetched || outcome instanceof NotModified;
    return odd ? new Refused("the server answered " + reply.status()) : outcome;
  }

  private static CompletableFuture<FetchOutcome> ended(FetchOutcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }
}
