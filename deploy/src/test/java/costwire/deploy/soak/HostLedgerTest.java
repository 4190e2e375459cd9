package costwire.deploy.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostLedgerTest {
  private static final String AGENT = "Costwire/1.0 (+https://rehearsal.example/about)";

  private final HostLedger ledger = new HostLedger("h.example");

  @BeforeEach
  void readRobots() {
    visit(0, "/robots.txt", AGENT);
  }

  @Test
  void hasNothingAgainstAPoliteReader() {
    ledger.toldRobots(Duration.ofSeconds(1));
    visit(1_000, "/feed.xml", AGENT);
    ledger.toldToRest(Duration.ofSeconds(5));
    visit(5_000, "/feed.xml", AGENT);
    assertThat(ledger.faults()).isEmpty();
    assertThat(ledger.example()).isEmpty();
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "999,/feed.xml,Costwire/1.0,",
    "900,/feed.xml,Costwire/1.0,a request within the crawl delay",
    "2000,/feed.xml,curl/8,a request without our name",
    "2000,/private/1.html,Costwire/1.0,a page that robots.txt forbids"
  })
  void notesEachBreach(long millis, String path, String agent, String breach) {
    ledger.toldRobots(Duration.ofSeconds(1));
    visit(millis, path, agent);
    assertThat(ledger.faults().keySet()).isEqualTo(breach == null ? Set.of() : Set.of(breach));
  }

  @Test
  void notesWhoComesBeforeARestIsOver() {
    ledger.toldToRest(Duration.ofSeconds(2));
    visit(1_900, "/feed.xml", AGENT);
    assertThat(ledger.faults()).containsOnlyKeys("a request within the time of a Retry-After");
    assertThat(ledger.example()).contains("h.example/feed.xml after 1900 ms");
  }

  @Test
  void notesTwoRequestsAtOnce() {
    for (String path : List.of("/a", "/b")) {
      ledger.begin(Duration.ofSeconds(1), path, false, AGENT);
    }
    assertThat(ledger.faults()).containsExactly(Map.entry("two requests at once", 1));
  }

  @Test
  void notesAPageBeforeRobots() {
    HostLedger fresh = new HostLedger("h.example");
    fresh.begin(Duration.ZERO, "/feed.xml", false, AGENT);
    assertThat(fresh.faults()).containsOnlyKeys("a page before robots.txt");
  }

  private void visit(long millis, String path, String agent) {
    Duration time = Duration.ofMillis(millis);
    ledger.begin(time, path, path.startsWith("/private/"), agent);
    if (path.equals("/robots.txt")) {
      ledger.toldRobots(Duration.ZERO);
    }
    ledger.end(time);
  }
}
