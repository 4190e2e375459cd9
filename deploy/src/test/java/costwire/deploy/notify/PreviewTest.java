package costwire.deploy.notify;

import static costwire.deploy.notify.NotifyRig.START;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Alert;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The preview tells the messages that the outbox makes of the same alerts. */
class PreviewTest {
  private static final int ALERTS = 60;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "none",
      value = {
        "as it comes, 60, 0, none, none, none",
        "each by itself, 0, 0, none, none, none",
        "long groups, 600, 0, none, none, none",
        "at most every quarter of an hour, 60, 15, none, none, none",
        "quiet over the morning, 60, 0, 06:10, 06:40, none",
        "hourly digest, 60, 0, none, none, hourly",
        "hourly digest and rests, 60, 90, 06:30, 07:30, hourly"
      })
  void tellsWhatTheOutboxSends(
      String pace,
      int groupSeconds,
      int leastMinutes,
      @Nullable String from,
      @Nullable String until,
      @Nullable String digest) {
    Pace.Quiet quiet = from == null || until == null ? null : new Pace.Quiet(from, until, "UTC");
    Subscription subscription =
        subscription(new Pace(groupSeconds, leastMinutes, quiet), digest != null);
    List<Alert> alerts = alerts();
    List<NotifyRig.Sent> sent;
    try (NotifyRig rig = new NotifyRig(folder)) {
      rig.subscribe(subscription);
      for (Alert alert : alerts) {
        pass(rig, alert.at());
        rig.tell(alert);
      }
      rig.pass(Duration.ofHours(6));
      sent = List.copyOf(rig.sent);
    }
    List<Alert> shuffled = new ArrayList<>(alerts);
    Collections.shuffle(shuffled, new Random(7));
    List<Delivery> told = Preview.of(subscription, shuffled.stream());
    assertThat(sent).isNotEmpty();
    assertThat(told.stream().map(PreviewTest::parts))
        .containsExactlyInAnyOrderElementsOf(
            sent.stream().map(each -> parts(each.delivery())).toList());
  }

  /** Second by second, which is as fine as the alerts are. */
  private static void pass(NotifyRig rig, Instant until) {
    while (rig.now().isBefore(until)) {
      rig.pass(Duration.ofSeconds(1));
    }
  }

  private static TreeSet<String> parts(Delivery delivery) {
    TreeSet<String> parts = new TreeSet<>();
    delivery.alerts().forEach(alert -> parts.add(alert.id()));
    return parts;
  }

  /** Bursts about three companies, some seconds to some minutes apart. */
  private static List<Alert> alerts() {
    Random random = new Random(11);
    List<Alert> alerts = new ArrayList<>();
    Instant at = START.plusSeconds(1);
    for (int i = 0; i < ALERTS; i++) {
      at = at.plusSeconds(random.nextInt(4) == 0 ? 120 + random.nextInt(300) : random.nextInt(8));
      Alert alert = NotifyRig.alert("n" + i, "company-" + random.nextInt(3), i + 1);
      alerts.add(
          new Alert(
              alert.id(),
              at,
              alert.companyId(),
              alert.company(),
              alert.kind(),
              alert.line(),
              null,
              alert.after(),
              alert.reason(),
              alert.claimIds(),
              null));
    }
    return alerts;
  }

  private static Subscription subscription(Pace pace, boolean digest) {
    Subscription usual = NotifyRig.subscription("a");
    Deliver deliver =
        digest
            ? new Deliver(null, new Deliver.Email("a@b.example", Deliver.Digest.HOURLY), null)
            : new Deliver(
                new Deliver.Webhook(
                    URI.create("https://a.example/"), Signer.newSecret(), null, null),
                null,
                null);
    return new Subscription(
        "a",
        usual.name(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        pace,
        deliver,
        START,
        null,
        null);
  }
}
