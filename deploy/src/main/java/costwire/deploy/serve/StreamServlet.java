package costwire.deploy.serve;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/stream}: server-sent events, resumed by {@code Last-Event-ID}. */
final class StreamServlet extends HttpServlet implements AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final int MAX_CLIENTS = 5_000;
  private static final int HEARTBEAT_SECONDS = 15;

  private final transient ReadModel model;
  private final transient Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final transient ScheduledExecutorService heart;

  StreamServlet(ReadModel model, MeterRegistry meters) {
    this.model = model;
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "stream-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    meters.gaugeCollectionSize("costwire.stream.clients", java.util.List.of(), subscribers);
    var unused =
        heart.scheduleAtFixedRate(
            () -> subscribers.forEach(Subscriber::beat),
            HEARTBEAT_SECONDS,
            HEARTBEAT_SECONDS,
            TimeUnit.SECONDS);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (subscribers.size() >= MAX_CLIENTS) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", "10");
      response.setContentType(Problem.MEDIA_TYPE);
      response.getOutputStream().write(Problem.of(503, "Too many clients follow already").bytes());
      return;
    }
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    SecurityHeaders.put(response::setHeader);
    response.flushBuffer();
    begin(request, response, place(request));
  }

  private void begin(
      HttpServletRequest request, HttpServletResponse response, @Nullable Positions after)
      throws IOException {
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    Subscriber subscriber =
        new Subscriber(context, response.getOutputStream(), after, this::forget);
    context.addListener(new Ending(subscriber));
    subscribers.add(subscriber);
    subscriber.begin(model.follow(after, subscriber));
  }

  /** Where the client was: the header that browsers send, or the parameter that programs can. */
  private static @Nullable Positions place(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Last-Event-ID"))
        .or(() -> Optional.ofNullable(request.getParameter("after")))
        .flatMap(Positions::parse)
        .orElse(null);
  }

  private void forget(Subscriber subscriber) {
    model.leave(subscriber);
    subscribers.remove(subscriber);
  }

  @Override
  public void close() {
    heart.shutdownNow();
    subscribers.forEach(Subscriber::end);
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
