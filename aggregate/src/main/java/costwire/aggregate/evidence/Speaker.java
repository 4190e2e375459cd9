package costwire.aggregate.evidence;

import costwire.extract.Claim;

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
   */
  static Speaker of(Claim claim, String company) {
    String claimant = claim.claimant();
    if (claimant == null || claimant.isBlank()) {
      return new Speaker(Standing.UNNAMED, Essence.outlet(claim));
    }
    String name = Essence.fold(claimant);
    boolean own =
        name.equals(Essence.fold(company)) || name.equals(Essence.fold(claim.companyId()));
    return new Speaker(own ? Standing.OWN : Standing.NAMED, name);
  }

  public boolean isNamed() {
    return standing != Standing.UNNAMED;
  }
}
