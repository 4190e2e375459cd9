package costwire.deploy.serve;

import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
  static final ClaimFilter ANY = new ClaimFilter(null, null, null, null, null, null);

  boolean allows(Claim claim) {
    return (company == null || company.equals(claim.companyId()))
        && (measure == null || measure == claim.measure())
        && (scope == null || scope == claim.scope())
        && (language == null || language.equalsIgnoreCase(claim.language()))
        && (since == null || (claim.publishedAt() != null && !claim.publishedAt().isBefore(since)))
        && (query == null || mentions(claim, query));
  }

  /** Each field is read once, however many words are asked for. */
  private static boolean mentions(Claim claim, String query) {
    List<String> texts =
        Stream.of(
                claim.sentence(),
                claim.title(),
                claim.company(),
                claim.model(),
                claim.claimant(),
                claim.chip(),
                claim.publisher())
            .filter(Objects::nonNull)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .toList();
    return Stream.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
  }
}
