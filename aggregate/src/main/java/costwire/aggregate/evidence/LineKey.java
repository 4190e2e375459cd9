package costwire.aggregate.evidence;

import costwire.extract.Claim;
import costwire.extract.Scope;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One thing that cost money: a model or none in particular, and a scope. */
public record LineKey(@Nullable String model, Scope scope) implements Comparable<LineKey> {
  private static final Comparator<LineKey> ORDER =
      Comparator.<LineKey, @Nullable String>comparing(
              LineKey::model, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(LineKey::scope);

  public static LineKey of(Claim claim) {
    return new LineKey(claim.model(), claim.scope());
  }

  /** As a part of a key. */
  String text() {
    return scope.name() + (model == null ? "" : "=" + model);
  }

  static LineKey parse(String text) {
    int end = text.indexOf('=');
    return end < 0
        ? new LineKey(null, Scope.valueOf(text))
        : new LineKey(text.substring(end + 1), Scope.valueOf(text.substring(0, end)));
  }

  @Override
  public int compareTo(LineKey other) {
    return ORDER.compare(this, other);
  }
}
