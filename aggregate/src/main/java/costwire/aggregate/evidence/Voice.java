package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One independent piece of evidence: a source and its figure, however often it is told.
 *
 * @param firstAt the earliest date it was told; null if no mention bears one
 * @param mentions the claims that tell it, the one whose figure it is first
 * @param trust 0 to 1: what the mentions' stances leave of it
 * @param confidence 0 to 1: the extractor's, of its surest mention
 * @param weight 0 to 1: trust, shared among the figures by which the source stands; 0 when revised
 */
public record Voice(
    Speaker speaker,
    Figure figure,
    @Nullable Instant firstAt,
    List<Claim> mentions,
    double trust,
    double confidence,
    double weight) {
  public Voice {
    mentions = List.copyOf(mentions);
  }

  Voice weighing(double other) {
    return new Voice(speaker, figure, firstAt, mentions, trust, confidence, other);
  }

  /** The claim whose figure it is. */
  public Claim lead() {
    return mentions.get(0);
  }

  /**
   * Who says what, the same whichever claims tell it: {@code deepseek: 512 chips, nvidia-h800}.
   *
   * @param subject what it is a figure of
   */
  public String name(Subject subject) {
    String rate = subject.kind() == Subject.Kind.RATE ? " per chip-hour" : "";
    String chip = subject.chip() == null ? "" : ", " + subject.chip();
    return speaker.name() + ": " + figure.words() + rate + chip;
  }

  public boolean counts() {
    return weight > 0;
  }

  /** Whether at least every other mention comes with doubt. */
  public boolean isDoubted() {
    return trust <= 0.75;
  }
}
