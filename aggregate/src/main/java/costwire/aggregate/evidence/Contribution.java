package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article has put in, so that exactly this can be taken out.
 *
 * @param story the story whose copy it is; null: it stands alone
 * @param outlet who prints it
 * @param originals ids of the articles that it is said to be a copy of
 * @param runs the lines on which it tells of a run by itself, as texts
 */
public record Contribution(
    @Nullable String story,
    String outlet,
    List<Entry> entries,
    List<String> originals,
    List<String> runs) {
  /** Of an article that said nothing. */
  static final Contribution NOTHING = new Contribution(null, "", List.of(), List.of(), List.of());

  public Contribution {
    entries = List.copyOf(entries);
    originals = List.copyOf(originals);
    runs = List.copyOf(runs);
  }

  /** One claim: where it went, and all by which it can make a difference there. */
  public record Entry(
      String claim,
      @Nullable Instant at,
      String line,
      String piece,
      double confidence,
      @Nullable String company) {
    static Entry of(Claim claim, String piece) {
      return new Entry(
          claim.id(),
          claim.publishedAt(),
          LineKey.of(claim).text(),
          piece,
          claim.confidence(),
          claim.company());
    }

    Mention mention() {
      return new Mention(claim, at);
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** When it was first heard; null where it bears no date. */
  @Nullable Instant at() {
    return entries.stream().map(Entry::mention).sorted().map(Mention::at).toList().get(0);
  }
}
