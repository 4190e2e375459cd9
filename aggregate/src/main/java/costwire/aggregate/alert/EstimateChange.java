package costwire.aggregate.alert;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A company's estimate as it was and as it is.
 *
 * @param before null: there was none
 * @param after null: there is none any more; of lines that moved, with all voices that count
 */
public record EstimateChange(@Nullable Estimate before, @Nullable Estimate after) {
  /** What the world is told of it; null: there is none any more. */
  public @Nullable Estimate published() {
    return after == null ? null : after.published();
  }

  /** The company as it is called now, or was last. */
  String company() {
    Estimate named = after == null ? before : after;
    return named == null ? "" : named.company();
  }

  /** All lines, of then and now, each measured against what was told of it. */
  List<LineChange> lines(Told told) {
    Map<Alert.Line, Estimate.Line> old = lines(before);
    Map<Alert.Line, Estimate.Line> now = lines(after);
    TreeSet<Alert.Line> all = new TreeSet<>(old.keySet());
    all.addAll(now.keySet());
    List<LineChange> changes = new ArrayList<>();
    for (Alert.Line line : all) {
      Estimate.Line was = old.get(line);
      Alert.State last = told.of(line).orElse(was == null ? null : LineChange.state(was));
      changes.add(new LineChange(line, last, was, now.get(line)));
    }
    return changes;
  }

  private static Map<Alert.Line, Estimate.Line> lines(@Nullable Estimate estimate) {
    Map<Alert.Line, Estimate.Line> lines = new HashMap<>();
    if (estimate != null) {
      estimate.lines().forEach(l -> lines.put(new Alert.Line(l.model(), l.scope()), l));
    }
    return lines;
  }
}
