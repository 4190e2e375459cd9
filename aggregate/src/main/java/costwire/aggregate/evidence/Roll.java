package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one line, read and ranked once; any earlier state of it is this one with the later
 * claims left out.
 */
public final class Roll {
  private final List<Telling> tellings;
  private final List<Claim> silent;

  private Roll(List<Telling> tellings, List<Claim> silent) {
    this.tellings = tellings;
    this.silent = silent;
  }

  /**
   * The claims sorted by who tells them.
   *
   * @param claims distinct and not retracted
   * @param company the name of the company that all are about
   * @param stories which of their articles are copies
   */
  public static Roll of(Collection<Claim> claims, String company, Stories stories) {
    List<Telling> tellings = new ArrayList<>();
    List<Claim> silent = new ArrayList<>();
    for (Claim claim : claims) {
      Subject subject = Subject.of(claim);
      Figure figure = subject == null ? null : Figure.of(claim, subject.kind());
      if (subject == null || figure == null) {
        silent.add(claim);
      } else {
        Speaker speaker = Speaker.of(claim, company, stories);
        tellings.add(new Telling(claim, stories.of(claim.articleId()), subject, figure, speaker));
      }
    }
    tellings.sort(Telling.FULLEST_FIRST);
    return new Roll(tellings, silent);
  }

  /**
   * What was published by then; what bears no date cannot be shown to have been known.
   *
   * @param moment null: all of it
   */
  public Roll knownBy(@Nullable Instant moment) {
    return moment == null
        ? this
        : new Roll(
            tellings.stream().filter(t -> isKnownBy(t.claim(), moment)).toList(),
            silent.stream().filter(claim -> isKnownBy(claim, moment)).toList());
  }

  static boolean isKnownBy(Claim claim, Instant moment) {
    Instant at = claim.publishedAt();
    return at != null && !at.isAfter(moment);
  }

  List<Telling> tellings() {
    return tellings;
  }

  List<Claim> silent() {
    return silent;
  }
}
