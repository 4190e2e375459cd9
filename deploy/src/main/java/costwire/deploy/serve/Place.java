package costwire.deploy.serve;

import costwire.aggregate.Alert;
import costwire.deploy.notify.Delivery;
import costwire.extract.Claim;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where something stands in the order of the answers: newest first. */
record Place(Instant at, String id) implements Comparable<Place> {
  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparing(Place::at).reversed().thenComparing(Place::id);

  static Place of(Claim claim) {
    return new Place(claim.publishedAt() == null ? Instant.EPOCH : claim.publishedAt(), claim.id());
  }

  static Place of(Alert alert) {
    return new Place(alert.at(), alert.id());
  }

  static Place of(Delivery delivery) {
    return new Place(delivery.createdAt(), delivery.id());
  }

  /** As it travels in a cursor. */
  @Override
  public String toString() {
    return at + " " + id;
  }

  @Override
  public int compareTo(Place other) {
    return NEWEST_FIRST.compare(this, other);
  }

  /**
   * What a shelf holds after a place, all of it if that is null. Not the stream of the part's own
   * values: it counts them one by one before it begins.
   */
  static <T> Stream<T> after(@Nullable Place place, NavigableMap<Place, T> shelf) {
    NavigableMap<Place, T> rest = place == null ? shelf : shelf.tailMap(place, false);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rest.values().iterator(), Spliterator.ORDERED), false);
  }
}
