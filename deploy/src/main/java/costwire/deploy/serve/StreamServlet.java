package costwire.deploy.serve;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/stream}: server-sent events, resumed by {@code Last-Event-ID}. */
final class StreamServlet extends HttpServlet implements AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final String EVENTS = "text/event-stream;charset=utf-8";
  static final int MAX_CLIENTS = 5_000;
  private static final int HEARTBEAT_SECONDS = 15;

  private final transient ReadModel model;
  private final transient Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final transient ScheduledExecutorService heart;
  private final transient ExecutorService writer;

  StreamServlet(ReadModel model, MeterRegistry meters) {
    this.model = model;
    this.heart = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "heartbeat"));
    this.writer =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> daemon(task, "writer"),
            // The model may tell of something while the server is being closed.
            new ThreadPoolExecutor.DiscardPolicy());
    meters.gaugeCollectionSize("costwire.stream.clients", List.of(), subscribers);
    var unused =
        heart.scheduleAtFixedRate(
            () -> subscribers.forEach(Subscriber::beat),
            HEARTBEAT_SECONDS,
            HEARTBEAT_SECONDS,
            TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, "stream-" + name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SecurityHeaders.put(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    switch (request.getMethod()) {
      case "GET" -> follow(request, response);
      case "HEAD" -> response.setContentType(EVENTS);
      default -> {
        response.setHeader("Allow", "GET, HEAD");
        refuse(response, Problem.of(405, "Method not allowed"));
      }
    }
  }

  private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream().write(problem.bytes());
  }

  private void follow(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      doGet(request, response);
    } catch (Problem.Refused e) {
      refuse(response, e.problem());
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (subscribers.size() >= MAX_CLIENTS) {
      response.setHeader("Retry-After", "10");
      refuse(response, Problem.of(503, "Too many clients follow already"));
      return;
    }
    Positions after = place(request);
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(EVENTS);
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
    begin(request, response, after);
  }

  private void begin(
      HttpServletRequest request, HttpServletResponse response, @Nullable Positions after)
      throws IOException {
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    Subscriber subscriber =
        new Subscriber(context, response.getOutputStream(), after, writer, this::forget);
    context.addListener(new Ending(subscriber));
    subscribers.add(subscriber);
    subscriber.begin(model.follow(after, subscriber));
  }

  /**
   * Where the client was: the header that browsers send, or the parameter that programs can. A
   * place that nobody knows is one in another log, for a browser cannot ask for a better one.
   */
  private static @Nullable Positions place(HttpServletRequest request) {
    String seen = request.getHeader("Last-Event-ID");
    if (seen != null && !seen.isBlank()) {
      return Positions.parse(seen).orElse(Positions.start("unknown"));
    }
    String after = request.getParameter("after");
    if (after == null || after.isBlank()) {
      return null;
    }
    return Positions.parse(after)
        .orElseThrow(
            () ->
                new Problem.Refused(
                    400, "'after' must be a Costwire-Position, or the id of an event"));
  }

  private void forget(Subscriber subscriber) {
    model.leave(subscriber);
    subscribers.remove(subscriber);
  }

  @Override
  public void close() {
    heart.shutdownNow();
    subscribers.forEach(Subscriber::end);
    writer.shutdown();
  }

  /** However a connection ends, its subscriber goes. */
  private record Ending(Subscriber subscriber) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      subscriber.end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      subscriber.end();
    }

    @Override
    public void onError(AsyncEvent event) {
      subscriber.end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
