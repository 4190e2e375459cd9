package costwire.aggregate;

import costwire.extract.Claim;
import costwire.extract.Scope;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One thing that cost money: a model or none in particular, and a scope. */
record LineKey(@Nullable String model, Scope scope) implements Comparable<LineKey> {
  private static final Comparator<LineKey> ORDER =
      Comparator.<LineKey, @Nullable String>comparing(
              LineKey::model, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(LineKey::scope);

  static LineKey of(Claim claim) {
    return new LineKey(claim.model(), claim.scope());
  }

  @Override
  public int compareTo(LineKey other) {
    return ORDER.compare(this, other);
  }
}
