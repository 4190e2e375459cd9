package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One distinct piece of evidence: all claims of one outlet, and of copies of what it printed, that
 * tell a figure alike. However many they are, it takes the same room.
 *
 * @param lead the first of them, without what no arithmetic looks at
 * @param story the story whose copy the article of the first is; null: it stands alone
 * @param mentions how many claims there are
 * @param first the earliest of them, at most {@link #MOST_LISTED}
 */
public record Piece(Claim lead, @Nullable String story, int mentions, List<Mention> first) {
  /** Claims of one piece that an estimate lists. */
  public static final int MOST_LISTED = 10;

  public Piece {
    first = List.copyOf(first);
  }

  static Piece of(Claim lead, @Nullable String story) {
    return new Piece(lead, story, 1, List.of(Mention.of(lead)));
  }

  /**
   * The piece with one more claim.
   *
   * @param essence what is left of the claim
   * @param itsStory the story whose copy its article is
   */
  Piece and(Claim essence, @Nullable String itsStory) {
    List<Mention> earliest = new ArrayList<>(first);
    earliest.add(Mention.of(essence));
    earliest.sort(null);
    boolean leads = earliest.get(0).claim().equals(essence.id());
    List<Mention> listed = earliest.subList(0, Math.min(MOST_LISTED, earliest.size()));
    return leads
        ? new Piece(essence, itsStory, mentions + 1, listed)
        : new Piece(lead, story, mentions + 1, listed);
  }

  /** Whether the claim is among those that it lists. */
  boolean lists(String claim) {
    return first.stream().anyMatch(mention -> mention.claim().equals(claim));
  }

  /** The piece with one claim less, that it does not list. */
  Piece withoutOne() {
    return new Piece(lead, story, mentions - 1, first);
  }
}
