package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of evidence on one line, read and ranked once; any earlier state of it is this one
 * with what was first told later left out.
 */
public final class Roll {
  private final List<Telling> tellings;
  private final List<Claim> silent;
  private final Map<String, Piece> pieces;

  private Roll(List<Telling> tellings, List<Claim> silent, Map<String, Piece> pieces) {
    this.tellings = tellings;
    this.silent = silent;
    this.pieces = pieces;
  }

  /**
   * What is said on a line.
   *
   * @param company the name of the company
   */
  public static Roll of(EvidenceBase base, LineKey line, String company) {
    return of(base.pieces(line), company);
  }

  /**
   * What one article says on a line, every claim a piece of its own.
   *
   * @param company the name of the company
   */
  static Roll of(ArticleClaims article, LineKey line, String company) {
    List<Piece> pieces =
        article.on(line).stream()
            .map(claim -> Piece.of(article.essence(claim), article.story()))
            .toList();
    return of(pieces, company);
  }

  private static Roll of(List<Piece> pieces, String company) {
    List<Telling> tellings = new ArrayList<>();
    List<Claim> silent = new ArrayList<>();
    Map<String, Piece> byLead = new TreeMap<>();
    for (Piece piece : pieces) {
      Claim lead = piece.lead();
      byLead.put(lead.id(), piece);
      Subject subject = Subject.of(lead);
      Figure figure = subject == null ? null : Figure.of(lead, subject.kind());
      if (subject == null || figure == null) {
        silent.add(lead);
      } else {
        String story = piece.story() == null ? lead.articleId() : piece.story();
        tellings.add(new Telling(lead, story, subject, figure, Speaker.of(lead, company)));
      }
    }
    tellings.sort(Telling.FULLEST_FIRST);
    return new Roll(tellings, silent, byLead);
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
            silent.stream().filter(claim -> isKnownBy(claim, moment)).toList(),
            pieces);
  }

  static boolean isKnownBy(Claim claim, Instant moment) {
    Instant at = claim.publishedAt();
    return at != null && !at.isAfter(moment);
  }

  /** The pieces, by the ids of the claims that lead them. */
  public Map<String, Piece> pieces() {
    return pieces;
  }

  List<Telling> tellings() {
    return tellings;
  }

  List<Claim> silent() {
    return silent;
  }
}
