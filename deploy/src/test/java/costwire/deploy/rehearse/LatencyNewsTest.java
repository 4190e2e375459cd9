package costwire.deploy.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimator;
import costwire.extract.Claim;
import costwire.extract.Extractor;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyNewsTest {
  @Test
  void eachArticleOfACompanyIsAVoiceOfItsOwn() {
    LatencyNews news = new LatencyNews(Clock.systemUTC());
    int companies = news.companies().size();
    Extractor extractor = Extractor.standard();

    assertThat(companies).isGreaterThan(100);
    List<Claim> claims =
        IntStream.range(0, LatencyNews.FIGURES)
            .mapToObj(i -> news.article(i * companies))
            .flatMap(article -> extractor.extract(article).stream())
            .toList();
    assertThat(Estimator.standard().estimates(claims, null))
        .singleElement()
        .satisfies(
            estimate ->
                assertThat(estimate.lines())
                    .singleElement()
                    .satisfies(
                        line ->
                            assertThat(line.evidence().stream().filter(Evidence::counts))
                                .hasSize(LatencyNews.FIGURES)));
  }
}
