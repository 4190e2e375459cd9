package costwire.deploy.measure;

import costwire.deploy.Refusal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Requests that start when they are due, whatever became of those before: a server that stands
 * still makes all of them late that fall into that time, as it would for people. Their number a
 * second is as chance has it (a Poisson process).
 */
final class OpenLoop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final Function<ReadRequest, String> paths;

  /** By path, of the latest answer to those who will ask again. */
  private final Map<String, String> tags = new ConcurrentHashMap<>();

  /**
   * What came of a request.
   *
   * @param status 0: no answer, for the reason given
   * @param lateness nanoseconds after it was due that it was started
   * @param nanos from when it was due until all of the answer was there
   * @param bytes of the body, as it was sent
   */
  record Reply(
      ReadRequest request, int status, long lateness, long nanos, long bytes, String reason) {
    boolean isGood() {
      return status == 200 || (status == 304 && request.known());
    }
  }

  /**
   * @param paths where on the server a request goes
   */
  OpenLoop(URI server, Function<ReadRequest, String> paths) {
    this.server = server;
    this.paths = paths;
  }

  /** Sends so many a second; the replies in the order in which the requests were due. */
  List<Reply> run(Supplier<ReadRequest> mix, int rate, int count, Random random) {
    List<CompletableFuture<Reply>> replies = new ArrayList<>(count);
    double gap = (double) TimeUnit.SECONDS.toNanos(1) / rate;
    double due = System.nanoTime();
    for (int i = 0; i < count; i++) {
      due -= gap * StrictMath.log(1 - random.nextDouble());
      await((long) due);
      replies.add(send(mix.get(), (long) due));
    }
    return replies.stream().map(CompletableFuture::join).toList();
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      if (Thread.interrupted()) {
        throw Refusal.failed("interrupted");
      }
      LockSupport.parkNanos(left);
    }
  }

  private CompletableFuture<Reply> send(ReadRequest request, long due) {
    long lateness = System.nanoTime() - due;
    String path = paths.apply(request);
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip");
    String tag = request.known() ? tags.get(path) : null;
    if (tag != null) {
      asked.header("If-None-Match", tag);
    }
    return client
        .sendAsync(asked.build(), BodyHandlers.ofByteArray())
        .handle(
            (answer, failure) -> {
              long nanos = System.nanoTime() - due;
              return answer == null
                  ? new Reply(request, 0, lateness, nanos, 0, String.valueOf(failure.getCause()))
                  : reply(request, path, answer, lateness, nanos);
            });
  }

  private Reply reply(
      ReadRequest request, String path, HttpResponse<byte[]> answer, long lateness, long nanos) {
    if (request.known()) {
      answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(path, tag));
    }
    int status = answer.statusCode();
    return new Reply(request, status, lateness, nanos, answer.body().length, "status " + status);
  }
}
