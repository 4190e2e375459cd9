package costwire.aggregate.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one article tells of a run by itself: of its chip-hours, or of its chips and its hours.
 *
 * @param leads by its claims, the claims that lead the pieces of evidence which they belong to
 */
public record Run(Roll roll, Map<String, String> leads) {
  /**
   * The articles that tell of a run on the line, oldest first, the undated last.
   *
   * @param company the name of the company
   * @param most how many at most
   */
  public static List<Run> of(EvidenceBase base, LineKey line, String company, int most) {
    return base.runs(line, most).stream()
        .map(article -> of(base, base.article(article), line, company))
        .toList();
  }

  private static Run of(EvidenceBase base, ArticleClaims article, LineKey line, String company) {
    Map<String, String> leads = new HashMap<>();
    article
        .on(line)
        .forEach(
            claim -> {
              Piece piece = base.piece(article, claim);
              leads.put(claim.id(), piece == null ? claim.id() : piece.lead().id());
            });
    return new Run(Roll.of(article, line, company), leads);
  }

  /** Its claims that belong to the pieces which these lead. */
  public Set<String> claims(Set<String> ofLeads) {
    return leads.entrySet().stream()
        .filter(entry -> ofLeads.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The leads of the pieces that some of its claims belong to. */
  public List<String> leads(Collection<String> ofClaims) {
    return ofClaims.stream().map(claim -> leads.getOrDefault(claim, claim)).toList();
  }
}
