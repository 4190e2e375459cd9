package costwire.deploy.serve;

import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which claims are asked for; null: any.
 *
 * @param company a company id
 * @param language of the article, as claims have it
 * @param since published at or after
 * @param query words, all of which stand in the title, sentence, company, model or claimant
 */
record ClaimFilter(
    @Nullable String company,
    @Nullable Measure measure,
    @Nullable Scope scope,
    @Nullable String language,
    @Nullable Instant since,
    @Nullable String query) {
  /** Whether a claim is asked for. */
  Predicate<ClaimShelf.Held> test() {
    List<String> wanted = wanted();
    return held -> allows(held.claim()) && mentions(held.words(), wanted);
  }

  /** The words of the query, in small letters. */
  List<String> wanted() {
    return query == null
        ? List.of()
        : List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }

  /** In a plain loop: a search may ask it of all claims. */
  private static boolean mentions(String words, List<String> wanted) {
    for (String word : wanted) {
      if (!words.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean allows(Claim claim) {
    return (company == null || company.equals(claim.companyId()))
        && (measure == null || measure == claim.measure())
        && (scope == null || scope == claim.scope())
        && (language == null || language.equalsIgnoreCase(claim.language()))
        && (since == null || (claim.publishedAt() != null && !claim.publishedAt().isBefore(since)));
  }

  /** The words that a claim is found by, in small letters; no word goes on from text to text. */
  static String words(Claim claim) {
    return Stream.of(
            claim.sentence(),
            claim.title(),
            claim.company(),
            claim.model(),
            claim.claimant(),
            claim.chip(),
            claim.publisher())
        .filter(Objects::nonNull)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }
}
