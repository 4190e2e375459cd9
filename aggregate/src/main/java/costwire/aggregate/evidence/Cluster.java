package costwire.aggregate.evidence;

import costwire.extract.Claim;
import costwire.extract.Stance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  /** Whether the telling repeats this cluster's figure, its own source's or nobody's. */
  boolean isToldBy(Telling telling) {
    if (!figure().isToldBy(telling.figure())) {
      return false;
    }
    boolean sameSource = telling.speaker().equals(speaker()) || !telling.speaker().isNamed();
    return sameSource || (figure().isFingerprint() && telling.figure().isFingerprint());
  }

  Voice voice() {
    List<Claim> mentions = new ArrayList<>();
    mentions.add(lead.claim());
    others.forEach(telling -> mentions.add(telling.claim()));
    Instant firstAt =
        mentions.stream()
            .map(Claim::publishedAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    double trust = trust(mentions);
    double confidence = mentions.stream().mapToDouble(Cluster::confidence).max().orElse(0);
    return new Voice(speaker(), figure(), firstAt, mentions, trust, confidence, trust);
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
