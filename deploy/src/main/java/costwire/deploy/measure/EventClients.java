package costwire.deploy.measure;

import costwire.deploy.Refusal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** Clients of a stream of events, each on a connection of its own, all in a few threads. */
final class EventClients implements AutoCloseable {
  /** Connections opened at once: more than the system queues would be lost, and tried again. */
  private static final int BATCH = 40;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BEAT = 20;
  private static final Clock CLOCK = Clock.systemUTC();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<EventReader> readers = new ArrayList<>();
  private final int count;

  /** By event id, when each client had all of it, in microseconds since 1970; 0: not yet. */
  private final Map<String, AtomicLongArray> arrivals = new ConcurrentHashMap<>();

  private final AtomicInteger doubled = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  private EventClients(int count) {
    this.count = count;
  }

  /**
   * Opens so many, and waits until all of them follow.
   *
   * @throws Refusal if they do not
   */
  static EventClients follow(URI stream, int count) {
    EventClients clients = new EventClients(count);
    for (int opened = 0; opened < count; opened += BATCH) {
      clients.open(stream, opened, Math.min(BATCH, count - opened));
    }
    return clients;
  }

  private void open(URI stream, int first, int batch) {
    CountDownLatch following = new CountDownLatch(batch);
    HttpRequest request =
        HttpRequest.newBuilder(stream).header("Accept", "text/event-stream").build();
    for (int number = first; number < first + batch; number++) {
      int own = number;
      EventReader reader =
          new EventReader(following::countDown, id -> receive(own, id), ended::incrementAndGet);
      readers.add(reader);
      var unused = client.sendAsync(request, BodyHandlers.fromSubscriber(reader));
    }
    try {
      if (!following.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw Refusal.failed("of " + count + " clients, no more than " + first + " can follow");
      }
    } catch (InterruptedException e) {
      throw Refusal.failed("interrupted", e);
    }
  }

  private void receive(int number, String id) {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, CLOCK.instant());
    AtomicLongArray own = arrivals.computeIfAbsent(id, key -> new AtomicLongArray(count));
    if (!own.compareAndSet(number, 0, now)) {
      doubled.incrementAndGet();
    }
  }

  /** Waits until every client has these events, or as long as anybody would. */
  void await(Collection<String> ids) {
    Instant deadline = CLOCK.instant().plus(PATIENCE);
    try {
      while (!ids.stream().allMatch(this::isEverywhere) && CLOCK.instant().isBefore(deadline)) {
        Thread.sleep(BEAT);
      }
    } catch (InterruptedException e) {
      throw Refusal.failed("interrupted", e);
    }
  }

  private boolean isEverywhere(String id) {
    return arrivals(id).size() == count;
  }

  /** When the clients had an event, in microseconds since 1970: of those that had it. */
  List<Long> arrivals(String id) {
    AtomicLongArray own = arrivals.getOrDefault(id, new AtomicLongArray(0));
    List<Long> all = new ArrayList<>(own.length());
    for (int i = 0; i < own.length(); i++) {
      if (own.get(i) > 0) {
        all.add(own.get(i));
      }
    }
    return all;
  }

  /** Events that came to a client again. */
  int doubled() {
    return doubled.get();
  }

  /** Clients whose stream has ended by itself. */
  int ended() {
    return ended.get();
  }

  @Override
  public void close() {
    readers.forEach(EventReader::cancel);
  }
}
