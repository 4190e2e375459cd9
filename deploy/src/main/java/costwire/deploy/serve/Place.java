package costwire.deploy.serve;

import costwire.aggregate.Alert;
import costwire.deploy.notify.Delivery;
import costwire.extract.Claim;
import java.time.Instant;
import java.util.Comparator;

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
}
