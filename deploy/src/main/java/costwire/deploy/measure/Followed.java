package costwire.deploy.measure;

import costwire.deploy.measure.ServingProcess.Sent;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of events that were sent to clients.
 *
 * @param events of all types that were sent
 * @param received by clients, each of their events once
 * @param missing which a client did not receive
 * @param doubled which came to a client again
 * @param ended clients that were hung up on
 * @param estimates whose delays were measured
 * @param micros from each estimate's arrival in the model to each client's having all of its event
 */
record Followed(
    int clients,
    int events,
    long received,
    long missing,
    int doubled,
    int ended,
    int estimates,
    List<Long> micros) {
  /**
   * @param first estimates that are not measured: code that has just begun to run is slow
   */
  static Followed of(EventClients clients, int count, List<Sent> sent, int first) {
    long received = 0;
    int estimates = 0;
    List<Long> micros = new ArrayList<>();
    for (Sent event : sent) {
      List<Long> arrivals = clients.arrivals(event.id());
      received += arrivals.size();
      if (event.type().equals("estimate") && ++estimates > first) {
        arrivals.forEach(at -> micros.add(at - event.micros()));
      }
    }
    long missing = (long) count * sent.size() - received;
    return new Followed(
        count,
        sent.size(),
        received,
        missing,
        clients.doubled(),
        clients.ended(),
        Math.max(0, estimates - first),
        micros);
  }

  /** Whether every client received every event once. */
  boolean isWhole() {
    return missing == 0 && doubled == 0 && ended == 0;
  }
}
