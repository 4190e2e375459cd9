package costwire.deploy.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The measurement, a small one: what it counts, never how long anything took. */
class ApiMeasurementTest {
  private static final ApiLoad LOAD = ApiLoad.QUICK;
  private static String told = "";
  private static boolean good;

  @BeforeAll
  static void measure() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, UTF_8);
    good = ApiMeasurement.print(LOAD, out, out);
    told = bytes.toString(UTF_8);
  }

  @Test
  void everythingIsAnsweredAndEveryEventReceived() {
    assertThat(good).as(told).isTrue();
    assertThat(told).doesNotContain("failed");
  }

  @Test
  void theRoutesAddUpToAllRequests() {
    TreeMap<String, Integer> rows = new TreeMap<>();
    Pattern.compile("(?m)^(/api/\\S+(?: If-None-Match)?|all) +(\\d+)( +[\\d,.]+){6}$")
        .matcher(told.substring(0, told.indexOf("ratio to the bare server")))
        .results()
        .forEach(row -> rows.put(row.group(1), Integer.parseInt(row.group(2))));
    Integer all = rows.remove("all");
    assertThat(all).as(told).isEqualTo(LOAD.rate() * LOAD.seconds());
    assertThat(rows.values().stream().mapToInt(count -> count).sum()).isEqualTo(all);
  }

  @Test
  void everyClientHasEveryEvent() {
    List<MatchResult> rows =
        Pattern.compile("(?m)^(/api/stream|bare server) +(\\d+) +(\\d+) +(\\d+) +(\\d+) ")
            .matcher(told)
            .results()
            .toList();
    assertThat(rows).as(told).hasSize(2);
    for (MatchResult row : rows) {
      int events = Integer.parseInt(row.group(3));
      assertThat(Integer.parseInt(row.group(2))).isEqualTo(LOAD.clients());
      assertThat(Integer.parseInt(row.group(4))).isEqualTo(LOAD.clients() * events);
      assertThat(Integer.parseInt(row.group(5))).isEqualTo(LOAD.seconds());
      // Three claims and an estimate to an article.
      assertThat(events % 4).isZero();
    }
  }

  @Test
  void bothGoalsAreSpokenOf() {
    assertThat(told)
        .containsPattern("goal: p99 below 50 ms: (met|missed with)")
        .containsPattern("goal: p99 below 1000 ms: (met|missed with)");
  }
}
