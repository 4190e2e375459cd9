package costwire.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimator;
import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServedNewsTest {
  private static final int COMPANIES = 3;
  private static final int CLAIMS = 32;

  private final Estimator estimator = Estimator.standard();
  private final ServedNews news = new ServedNews(estimator, new ClaimMix(1), COMPANIES, CLAIMS);

  @Test
  void claimsAreSharedOutWithoutRemainderAndTheEstimatesAreTheirs() {
    List<Claim> claims = news.claims();
    assertThat(claims).hasSize(CLAIMS).extracting(Claim::id).doesNotHaveDuplicates();
    assertThat(claims.stream().collect(Collectors.groupingBy(Claim::companyId)))
        .hasSize(COMPANIES)
        .allSatisfy((company, own) -> assertThat(own).hasSizeBetween(10, 11));
    List<Integer> told = new ArrayList<>();
    assertThat(news.estimates(told::add)).isEqualTo(estimator.estimates(claims, null));
    assertThat(told).containsExactly(1, 2, 3);
  }

  @Test
  void alertsTellOfLinesThatThereAre() {
    List<Estimate> estimates = news.estimates(done -> {});
    assertThat(news.alerts(estimates))
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(lines(estimates, alert)).contains(alert.line()));
  }

  private static List<Alert.Line> lines(List<Estimate> estimates, Alert alert) {
    return estimates.stream()
        .filter(estimate -> estimate.companyId().equals(alert.companyId()))
        .flatMap(estimate -> estimate.lines().stream())
        .map(line -> new Alert.Line(line.model(), line.scope()))
        .toList();
  }

  @Test
  void anArticleBringsNewClaimsAndTheEstimateWithThem() {
    List<Claim> before = news.claims();
    List<ServedNews.Article> articles = news.articles(COMPANIES);
    assertThat(articles)
        .extracting(article -> article.estimate().companyId())
        .doesNotHaveDuplicates();
    for (ServedNews.Article article : articles) {
      assertThat(article.claims())
          .hasSize(ClaimMix.TO_AN_ARTICLE)
          .doesNotContainAnyElementsOf(before);
    }
    assertThat(articles.stream().map(ServedNews.Article::estimate))
        .containsExactlyInAnyOrderElementsOf(estimator.estimates(news.claims(), null));
  }
}
