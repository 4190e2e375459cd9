package costwire.aggregate.evidence;

import costwire.extract.Claim;
import costwire.extract.Stance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tellings of one figure, while they are being gathered. */
final class Cluster {
  /** What a figure keeps that is reported together with doubt. */
  private static final double DISPUTED = 0.5;

  private final Telling lead;
  private final List<Telling> others = new ArrayList<>();

  Cluster(Telling lead) {
    this.lead = lead;
  }

  Figure figure() {
    return lead.figure();
  }

  Speaker speaker() {
    return lead.speaker();
  }

  void add(Telling telling) {
    others.add(telling);
  }

  /** Whether the telling is the figure in another copy of an article that has it. */
  boolean isCopiedBy(Telling telling) {
    return figure().isToldBy(telling.figure())
        && (telling.isCopyOf(lead) || others.stream().anyMatch(telling::isCopyOf));
  }

  /** Whether the telling repeats this cluster's figure, its own source's or nobody's. */
  boolean isToldBy(Telling telling) {
    boolean sameSource = telling.speaker().equals(speaker()) || !telling.speaker().isNamed();
    boolean mayBe = sameSource || (figure().isFingerprint() && telling.figure().isFingerprint());
    return mayBe && figure().isToldBy(telling.figure());
  }

  Voice voice() {
    List<Telling> tellings = new ArrayList<>();
    tellings.add(lead);
    tellings.addAll(others);
    List<Claim> mentions = tellings.stream().map(Telling::claim).toList();
    Instant firstAt =
        mentions.stream()
            .map(Claim::publishedAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    double trust = trust(ofEachStory(tellings));
    double confidence = mentions.stream().mapToDouble(Cluster::confidence).max().orElse(0);
    return new Voice(speaker(), figure(), firstAt, mentions, trust, confidence, trust);
  }

  /** What the first copy of each story says: a hundred copies doubt no more than one. */
  private static List<Claim> ofEachStory(List<Telling> tellings) {
    Map<String, Claim> firsts = new HashMap<>();
    tellings.forEach(telling -> firsts.merge(telling.story(), telling.claim(), Cluster::earlier));
    return tellings.stream()
        .filter(
            telling ->
                telling
                    .claim()
                    .articleId()
                    .equals(Objects.requireNonNull(firsts.get(telling.story())).articleId()))
        .map(Telling::claim)
        .toList();
  }

  /** The one that was published first; any fixed one of two published together. */
  private static Claim earlier(Claim one, Claim other) {
    return Mention.of(one).compareTo(Mention.of(other)) <= 0 ? one : other;
  }

  /** Counted before it is divided, so that the order of the mentions cannot show. */
  private static double trust(List<Claim> mentions) {
    long asserted = mentions.stream().filter(c -> c.stance() == Stance.ASSERTED).count();
    long disputed = mentions.stream().filter(c -> c.stance() == Stance.DISPUTED).count();
    return (asserted + DISPUTED * disputed) / mentions.size();
  }

  private static double confidence(Claim claim) {
    double confidence = claim.confidence();
    return Double.isNaN(confidence) ? 0 : Math.max(0, Math.min(1, confidence));
  }
}
