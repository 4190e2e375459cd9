package costwire.deploy.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.deploy.soak.SimulatedArticle.Version;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoakPlanTest {
  private static final Duration LASTING = Duration.ofSeconds(60);

  @Test
  void theSameSeedMakesTheSameWebAndAnotherAnother() {
    assertThat(web(7)).isEqualTo(web(7)).isNotEqualTo(web(8));
  }

  @Test
  void allHabitsAndFatesAreAmongManyHosts() {
    List<SimulatedHost> hosts = plan(1).web(80);
    assertThat(hosts).extracting(host -> host.habit).contains(Habit.values());
    List<SimulatedFeed> feeds = hosts.stream().flatMap(host -> host.feeds.stream()).toList();
    assertThat(feeds).hasSize(1_200);
    assertThat(feeds)
        .anyMatch(feed -> feed.hasMoved(LASTING))
        .anyMatch(feed -> feed.hasEnded(LASTING));
    assertThat(feeds.stream().flatMap(feed -> feed.articles().stream()))
        .extracting(article -> article.at(LASTING))
        .contains(Version.FIRST, Version.CORRECTED, Version.GONE)
        .doesNotContain(Version.NONE);
  }

  @Test
  void noTwoArticlesAreOfOneNumberAndNoFeedIsEverEmpty() {
    List<SimulatedFeed> feeds =
        plan(3).web(80).stream().flatMap(host -> host.feeds.stream()).toList();
    assertThat(feeds.stream().flatMap(feed -> feed.articles().stream()))
        .extracting(SimulatedArticle::number)
        .doesNotHaveDuplicates();
    assertThat(feeds)
        .allMatch(feed -> feed.articles().get(0).isListed(Duration.ZERO))
        .allMatch(feed -> feed.articles().get(0).isListed(LASTING));
  }

  @ParameterizedTest
  @CsvSource({"0,1,60", "2,1,60", "1,1,9"})
  void refusesWhatIsNoRehearsal(int hosts, int feeds, int seconds) {
    Duration lasting = Duration.ofSeconds(seconds);
    assertThatThrownBy(() -> new SoakPlan(hosts, feeds, lasting, Duration.ofSeconds(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SoakPlan plan(long seed) {
    return new SoakPlan(400, 1_200, LASTING, Duration.ofSeconds(2), seed);
  }

  private static String web(long seed) {
    return plan(seed).web(80).stream()
        .map(host -> host.name + host.habit + host.feeds)
        .collect(Collectors.joining("\n"));
  }
}
