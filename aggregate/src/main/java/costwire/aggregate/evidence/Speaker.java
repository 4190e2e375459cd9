package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.util.Locale;

/**
 * Who vouches for a figure.
 *
 * @param name the claimant, in lower case; the outlet or, failing that, the article, where nobody
 *     is named
 */
public record Speaker(Standing standing, String name) {
  /** How close to the books. */
  public enum Standing {
    /** The company itself. */
    OWN,
    /** Somebody else whom the article names. */
    NAMED,
    /** The article says so by itself. */
    UNNAMED
  }

  /**
   * Who says it.
   *
   * @param company the name of the company that the claim is about
   * @param stories copies speak with the voice of the outlet that was first
   */
  static Speaker of(Claim claim, String company, Stories stories) {
    String claimant = claim.claimant();
    if (claimant != null && !claimant.isBlank()) {
      String name = fold(claimant);
      boolean own = name.equals(fold(company)) || name.equals(fold(claim.companyId()));
      return new Speaker(own ? Standing.OWN : Standing.NAMED, name);
    }
    Claim first = stories.first(claim);
    String publisher = first.publisher();
    return new Speaker(
        Standing.UNNAMED,
        publisher == null || publisher.isBlank()
            ? "article " + first.articleId()
            : fold(publisher));
  }

  public boolean isNamed() {
    return standing != Standing.UNNAMED;
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
