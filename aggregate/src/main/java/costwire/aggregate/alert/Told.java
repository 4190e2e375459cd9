package costwire.aggregate.alert;

import costwire.aggregate.Alert;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What alerts have told of a company: how each of its lines stood at the line's last alert. Slow
 * movements are measured against it, or they would never be told.
 */
public record Told(List<Entry> lines) {
  /** Of a company that nothing was told of. */
  public static final Told NOTHING = new Told(List.of());

  /** One line at its last alert. */
  public record Entry(Alert.Line line, Alert.State state) {}

  public Told {
    lines = List.copyOf(lines);
  }

  Optional<Alert.State> of(Alert.Line line) {
    return lines.stream().filter(entry -> entry.line().equals(line)).map(Entry::state).findFirst();
  }

  /** Whether there is nothing to remember. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  static Told of(List<LineChange> changes, List<Alert> alerts) {
    return new Told(
        changes.stream()
            .map(
                change ->
                    change.told(alerts.stream().anyMatch(a -> a.line().equals(change.line()))))
            .filter(Objects::nonNull)
            .toList());
  }
}
