package costwire.aggregate.alert;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Evidence;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line as it was and as it is.
 *
 * @param last how it stood when it was last told of; null if it never was
 * @param before null: there was no such line
 * @param after null: there is none any more
 */
record LineChange(
    Alert.Line line,
    Alert.@Nullable State last,
    Estimate.@Nullable Line before,
    Estimate.@Nullable Line after) {

  static Alert.State state(Estimate.Line line) {
    int voices = (int) line.evidence().stream().filter(Evidence::counts).count();
    return new Alert.State(line.usd(), line.agreement(), voices);
  }

  /** How it stands; null if it is gone. */
  Alert.@Nullable State now() {
    return after == null ? null : state(after);
  }

  /** What is to be remembered of it; null if it is gone. */
  Told.@Nullable Entry told(boolean anew) {
    Alert.State now = now();
    return now == null ? null : new Told.Entry(line, anew || last == null ? now : last);
  }

  /** The median that was last told, in dollars. */
  @Nullable BigDecimal medianTold() {
    return median(last);
  }

  /** The median now, in dollars. */
  @Nullable BigDecimal median() {
    return median(now());
  }

  private static @Nullable BigDecimal median(Alert.@Nullable State state) {
    return state == null || state.usd() == null ? null : state.usd().best();
  }

  /** Whether it stood before, stands now, and its voices have come to differ. */
  boolean opensDispute() {
    Alert.State now = now();
    return last != null && now != null && !isDisputed(last) && isDisputed(now);
  }

  /** Whether it stood before, stands now, and its voices differ no longer. */
  boolean settlesDispute() {
    Alert.State now = now();
    return last != null && now != null && isDisputed(last) && !isDisputed(now);
  }

  private static boolean isDisputed(Alert.State state) {
    return state.agreement() == Agreement.DISPUTED || state.agreement() == Agreement.CONTRADICTED;
  }

  /**
   * The leading claims of voices that count now and were not there before, under whatever claim: a
   * page that is read again tells the same voice under another id.
   *
   * @param isTold whether a voice was ever told as new: it may have been there before, where the
   *     list of what was there was cut off
   */
  List<Evidence> newVoices(Predicate<Evidence> isTold) {
    List<Evidence> old = evidence(before);
    boolean isCutOff = old.size() >= Evidence.MOST && old.stream().allMatch(Evidence::counts);
    Predicate<Evidence> isKnown = isHeardIn(old, evidence(after));
    return evidence(after).stream()
        .filter(Evidence::counts)
        .filter(isKnown.negate())
        .filter(voice -> !(isCutOff && isTold.test(voice)))
        .toList();
  }

  /**
   * The claims that counted and are withdrawn, if nobody tells any more what they told.
   *
   * @param stands whether a claim still does
   */
  List<Evidence> withdrawn(Predicate<String> stands) {
    Predicate<Evidence> isHeard = isHeardIn(evidence(after), evidence(before));
    return evidence(before).stream()
        .filter(Evidence::counts)
        .filter(isHeard.negate())
        .filter(evidence -> !stands.test(evidence.claim()))
        .toList();
  }

  /** The claims that weigh something else than before; all that weigh where none does. */
  List<String> reweighed() {
    Map<String, String> old = weights(before);
    Map<String, String> now = weights(after);
    Set<String> weighing = new LinkedHashSet<>(now.keySet());
    weighing.addAll(old.keySet());
    List<String> changed =
        weighing.stream().filter(claim -> !Objects.equals(old.get(claim), now.get(claim))).toList();
    // Chips or hours that were told on another line move this one.
    return changed.isEmpty() ? List.copyOf(now.keySet()) : changed;
  }

  /** As they are written; those that weigh most first, as many as an estimate lists. */
  private static Map<String, String> weights(Estimate.@Nullable Line line) {
    Map<String, String> weights = new LinkedHashMap<>();
    evidence(line).stream()
        .filter(Evidence::counts)
        .limit(Evidence.MOST)
        .forEach(evidence -> weights.put(evidence.claim(), evidence.weight().toPlainString()));
    return weights;
  }

  /** Whether a voice of the one side is on the other, by its name or by any of its mentions. */
  private static Predicate<Evidence> isHeardIn(List<Evidence> there, List<Evidence> here) {
    Set<String> claims = there.stream().map(Evidence::claim).collect(Collectors.toSet());
    Set<@Nullable String> voices = new HashSet<>();
    there.forEach(evidence -> voices.add(evidence.voice()));
    here.stream().filter(e -> claims.contains(e.claim())).forEach(e -> voices.add(e.voice()));
    voices.remove(null);
    return evidence -> claims.contains(evidence.claim()) || voices.contains(evidence.voice());
  }

  private static List<Evidence> evidence(Estimate.@Nullable Line line) {
    return line == null ? List.of() : line.evidence();
  }
}
