package costwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.Affiliations.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffiliationsTest {
  private final Affiliations affiliations = Affiliations.standard();

  @ParameterizedTest
  @CsvSource({
    "deepseek, , high-flyer",
    "google-deepmind, , google",
    "google, , alphabet",
    "xai, 2025, ",
    "xai, 2026, spacex",
    "mosaicml, 2022, ",
    "mosaicml, 2023, databricks",
    "openai, , ",
    "nobody-knows-it, , ",
  })
  void knowsParentsAndSinceWhen(String company, @Nullable Integer year, @Nullable String parent) {
    Member found = affiliations.parent(company, middleOf(year));
    assertThat(found == null ? null : found.companyId()).isEqualTo(parent);
  }

  @Test
  void knowsWhatBelongsToACompany() {
    assertThat(affiliations.subsidiaries("alphabet", null))
        .extracting(Member::companyId)
        .contains("google", "isomorphic-labs")
        .isSorted();
    assertThat(affiliations.subsidiaries("databricks", middleOf(2022))).isEmpty();
    assertThat(affiliations.subsidiaries("databricks", middleOf(2023)))
        .contains(new Member("MosaicML", "mosaicml", 2023));
  }

  @ParameterizedTest
  @CsvSource({
    "google-deepmind, alphabet, , true",
    "alphabet, alphabet, , true",
    "alphabet, google-deepmind, , false",
    "xai, spacex, 2025, false",
    "openai, alphabet, , false",
  })
  void groupsHaveStoreys(String company, String group, @Nullable Integer year, boolean belongs) {
    assertThat(affiliations.belongs(company, group, middleOf(year))).isEqualTo(belongs);
  }

  private static @Nullable Instant middleOf(@Nullable Integer year) {
    return year == null ? null : Instant.parse(year + "-07-01T00:00:00Z");
  }
}
