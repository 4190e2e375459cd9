package costwire.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.TurnedClock;
import costwire.ingest.Article;
import costwire.ingest.Reading;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillReportTest {
  private static final Reading.Of READ =
      new Reading.Of(Article.of("a", "", "text").build(), "a.jsonl:1", null);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(written, true, UTF_8);
  private final Readings readings =
      new Readings(new Console(InputStream.nullInputStream(), err, err));
  private final TurnedClock clock = new TurnedClock(Instant.parse("2025-12-01T00:00:00Z"));

  @Test
  void tellsEveryTenSecondsHowFarItIsHowFastAndHowMuchLonger() {
    try (BackfillReport report = report(400_000_000)) {
      for (int second = 1; second <= 25; second++) {
        clock.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 300; i++) {
          report.published(READ);
        }
        report.reached(second * 4_000_000L);
      }
    }
    assertThat(lines())
        .containsExactly(
            "10 % of 400.0 MB, 3000 articles, 0 refused, 300 articles/s, 4.0 MB/s, 2 min left",
            "20 % of 400.0 MB, 6000 articles, 0 refused, 300 articles/s, 4.0 MB/s, 80 s left");
  }

  @Test
  void countsNoSpeedForWhatWasDoneBefore() {
    BackfillReport report = report(400_000_000);
    report.resumed(90_000, 300_000_000);
    clock.pass(Duration.ofSeconds(10));
    report.published(READ);
    report.reached(310_000_000);
    assertThat(lines())
        .containsExactly(
            "77 % of 400.0 MB, 1 articles, 0 refused, 0 articles/s, 1.0 MB/s, 2 min left");
    assertThat(report).hasToString("1 articles published, 0 refused; 90000 were done before");
  }

  @Test
  void tellsACountAloneWhereNobodyKnowsTheEnd() {
    BackfillReport report = report(0);
    clock.pass(Duration.ofSeconds(10));
    report.published(READ);
    report.reached(0);
    assertThat(lines()).containsExactly("1 articles, 0 refused, 0 articles/s");
  }

  @Test
  void countsRefusalsByReasonTheCommonestFirstAndTellsOnlySome() {
    BackfillReport report = report(100);
    for (int i = 0; i < 40; i++) {
      report.refused(
          new Reading.Refused("a:" + i, "no article found on this page (https://x.example/" + i));
    }
    report.refused(new Reading.Refused("b:1", "not JSON: half a line (column 7)"));
    report.refused(new Reading.Refused("b:2", "not UTF-8 (byte 3)"));
    report.refused(new Reading.Refused("b:3", "not UTF-8 (byte 9)"));
    assertThat(report)
        .hasToString(
            "0 articles published, 43 refused (40 no article found on this page; 2 not UTF-8;"
                + " 1 not JSON)");
    assertThat(lines()).hasSize(21);
    assertThat(readings.status()).isEqualTo(1);
  }

  @Test
  void holdsFewReasonsHoweverManyAreMadeUp() {
    BackfillReport report = report(100);
    for (int i = 0; i < 1_000; i++) {
      report.refused(new Reading.Refused("a:" + i, "reason " + i));
    }
    assertThat(report.toString()).contains("988 other reasons").hasSizeLessThan(400);
  }

  private BackfillReport report(long total) {
    return new BackfillReport(readings, err, clock, total, false);
  }

  private List<String> lines() {
    return written.toString(UTF_8).lines().toList();
  }
}
