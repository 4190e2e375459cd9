package costwire.aggregate;

import costwire.aggregate.evidence.EvidenceBase;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.LineKey;
import costwire.aggregate.evidence.Roll;
import costwire.aggregate.evidence.Run;
import costwire.extract.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is said of one company, by line; each line is read once, when it is asked for. */
final class CompanyEvidence {
  private static final Set<Scope> WIDER =
      EnumSet.of(Scope.HARDWARE, Scope.INFRASTRUCTURE, Scope.DEVELOPMENT);

  /** Where a run that looks beyond itself looks. */
  private static final Set<Scope> BEYOND =
      EnumSet.of(Scope.HARDWARE, Scope.INFRASTRUCTURE, Scope.DEVELOPMENT, Scope.TRAINING_RUN);

  /** Articles that are looked at one by one: the oldest. */
  private static final int MOST_ARTICLES = 32;

  private final EvidenceBase base;
  private final String name;
  private final Set<LineKey> keys;
  private final Map<LineKey, Roll> rolls = new HashMap<>();
  private final Map<LineKey, List<Run>> runs = new HashMap<>();
  private boolean lookedBeyond;

  CompanyEvidence(EvidenceBase base) {
    this.base = base;
    this.name = base.name();
    this.keys = base.lines();
  }

  String name() {
    return name;
  }

  Set<LineKey> keys() {
    return Collections.unmodifiableSet(keys);
  }

  Roll roll(LineKey key) {
    return rolls.computeIfAbsent(key, line -> Roll.of(base, line, name));
  }

  /** The line's voices as they stood at the moment; as they stand where it is null. */
  Ledger ledger(LineKey key, @Nullable Instant moment) {
    return Ledger.of(roll(key).knownBy(moment));
  }

  /** Where a model's chips and hours may be told beside the line itself, likeliest first. */
  List<Ledger> neighbours(LineKey key, @Nullable Instant moment) {
    return neighbours(key).stream().map(neighbour -> ledger(neighbour, moment)).toList();
  }

  private static List<LineKey> neighbours(LineKey key) {
    return key.scope() == Scope.TRAINING_RUN
        ? List.of(
            new LineKey(key.model(), Scope.UNSPECIFIED), new LineKey(key.model(), Scope.HARDWARE))
        : List.of();
  }

  /** The lines on more than one run: hardware, sites, programmes. */
  List<Ledger> beyondRuns(@Nullable Instant moment) {
    lookedBeyond = true;
    return wider().map(key -> ledger(key, moment)).toList();
  }

  /** The runs of its other models, by model; none for a line of no model. */
  SortedMap<String, Ledger> otherRuns(LineKey key, @Nullable Instant moment) {
    lookedBeyond = true;
    SortedMap<String, Ledger> runs = new TreeMap<>();
    otherRuns(key)
        .forEach(other -> runs.put(Objects.requireNonNull(other.model()), ledger(other, moment)));
    return runs;
  }

  private Stream<LineKey> otherRuns(LineKey key) {
    return keys.stream()
        .filter(other -> key.model() != null && other.model() != null && !other.equals(key))
        .filter(other -> other.scope() == Scope.TRAINING_RUN);
  }

  private Stream<LineKey> wider() {
    return keys.stream().filter(key -> WIDER.contains(key.scope()));
  }

  /** All that is said beyond the run, if it was asked for and may have moved the line. */
  List<Roll> beyondIfLooked(LineKey key) {
    return lookedBeyond
        ? Stream.concat(wider(), otherRuns(key)).map(this::roll).toList()
        : List.of();
  }

  /** Whether other runs or the lines on more than one were asked for since this was last called. */
  boolean looksBeyond() {
    boolean looked = lookedBeyond;
    lookedBeyond = false;
    return looked;
  }

  /**
   * Whether a line may have another estimate when others have changed.
   *
   * @param beyond whether it looked at other runs or at the lines on more than one when it was
   *     estimated
   */
  static boolean isMoved(LineKey key, boolean beyond, Set<LineKey> changed) {
    return changed.contains(key)
        || neighbours(key).stream().anyMatch(changed::contains)
        || (beyond && changed.stream().anyMatch(other -> BEYOND.contains(other.scope())));
  }

  /** The articles that tell of a run by themselves; oldest first, the undated last. */
  List<Run> runs(LineKey key) {
    return runs.computeIfAbsent(key, line -> Run.of(base, line, name, MOST_ARTICLES));
  }
}
