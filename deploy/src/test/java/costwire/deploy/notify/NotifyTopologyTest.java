package costwire.deploy.notify;

import static costwire.deploy.notify.NotifyRig.START;
import static costwire.deploy.notify.NotifyRig.alert;
import static costwire.deploy.notify.NotifyRig.always;
import static costwire.deploy.notify.NotifyRig.status;
import static costwire.deploy.notify.NotifyRig.subscription;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Alert;
import costwire.deploy.notify.Delivery.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once, soon, in order, and even after the receiver was down for three days. */
class NotifyTopologyTest {
  @TempDir Path folder;

  private NotifyRig rig;

  @BeforeEach
  void start() {
    rig = new NotifyRig(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void itsDescriptionIsTheReviewedOneAndAllNamesInItAreOurs() throws IOException {
    String expected;
    try (InputStream fixture = getClass().getResourceAsStream("topology.txt")) {
      expected = new String(Objects.requireNonNull(fixture).readAllBytes(), UTF_8);
    }
    assertThat(rig.description().strip()).isEqualTo(expected.strip());
  }

  @Test
  void aBurstAboutOneCompanyIsOneMessageWithItsParts() {
    rig.subscribe(subscription("a"));
    rig.tell(alert("1", "deepseek", 5));
    rig.tell(alert("2", "openai", 100));
    rig.pass(Duration.ofSeconds(2));
    rig.tell(alert("3", "deepseek", 6));
    rig.pass(Duration.ofSeconds(2));
    assertThat(rig.sent).isEmpty();

    rig.pass(Duration.ofSeconds(6));
    assertThat(rig.sent)
        .extracting(sent -> sent.delivery().alerts().stream().map(Alert::id).toList())
        .containsExactlyInAnyOrder(List.of("1", "3"), List.of("2"));
    assertThat(rig.deliveries().values())
        .hasSize(2)
        .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(State.DELIVERED));
  }

  @Test
  void aBurstThatGoesOnLeavesAfterAMinute() {
    rig.subscribe(subscription("a"));
    for (int i = 0; i < 30; i++) {
      rig.tell(alert("n" + i, "deepseek", i + 1));
      rig.pass(Duration.ofSeconds(3));
    }
    assertThat(rig.sent).hasSize(1);
    assertThat(rig.sent.get(0).delivery().alerts()).hasSizeBetween(19, 21);
  }

  @Test
  void whereOneMessageMayLeaveInAnHourWhoWaitsLongestIsFirst() {
    rig.subscribe(subscription("a", new Pace(0, 60, null)));
    List<String> companies = List.of("xai", "openai", "mistral", "deepseek");
    for (String company : companies) {
      rig.tell(alert("of " + company, company, 5));
      rig.pass(Duration.ofSeconds(1));
    }
    rig.tell(alert("another", "deepseek", 6));
    rig.tell(alert("yet another", "xai", 7));
    rig.pass(Duration.ofHours(5));
    assertThat(rig.sent)
        .extracting(sent -> sent.delivery().companyId())
        .containsExactly("xai", "openai", "mistral", "deepseek", "xai");
  }

  /** Processes read the topic of subscriptions each in its own time. */
  @Test
  void anAlertWaitsForASubscriptionThatOnlyAnotherProcessKnowsYet() {
    Subscription late = subscription("late");
    rig.order(Order.of(late, alert("1", "deepseek", 5)));
    rig.order(Order.of(subscription("gone"), alert("1", "deepseek", 5)));
    rig.pass(Duration.ofSeconds(30));
    rig.subscribe(late);
    rig.pass(Duration.ofSeconds(10));
    assertThat(rig.sent).extracting(NotifyRig.Sent::subscription).containsExactly("late");

    rig.pass(Duration.ofMinutes(2));
    rig.subscribe(subscription("gone"));
    rig.pass(Duration.ofMinutes(2));
    assertThat(rig.sent).hasSize(1);
  }

  @Test
  void theSameAlertToldAgainIsNoNews() {
    rig.subscribe(subscription("a"));
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofSeconds(10));
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofSeconds(10));
    assertThat(rig.sent).hasSize(1);
  }

  @Test
  void aReceiverThatIsDownForThreeDaysGetsItThenAndInOrder() {
    rig.subscribe(subscription("a"));
    rig.receiver(
        "a",
        sent ->
            CompletableFuture.completedFuture(
                status(sent.at().isBefore(START.plus(Duration.ofHours(72))) ? 503 : 200)));
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofSeconds(10));
    rig.tell(alert("2", "deepseek", 6));
    rig.tell(alert("3", "openai", 6));
    rig.pass(Duration.ofHours(85));

    assertThat(rig.deliveries().values())
        .hasSize(3)
        .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(State.DELIVERED));
    assertThat(rig.disabled()).isEmpty();
    List<NotifyRig.Sent> deepseek =
        rig.sent.stream().filter(sent -> "deepseek".equals(sent.delivery().companyId())).toList();
    assertThat(deepseek.get(deepseek.size() - 1).delivery().alerts().get(0).id()).isEqualTo("2");
    assertThat(deepseek.stream().map(sent -> sent.delivery().id()).distinct()).hasSize(2);
    assertThat(deepseek).hasSize(RetrySchedule.TRIES + 1);
  }

  @Test
  void whatIsNeverTakenDisablesItsSubscriptionAndSaysSo() {
    rig.subscribe(subscription("a"));
    rig.receiver("a", always(status(500)));
    rig.tell(alert("1", "deepseek", 5));
    rig.tell(alert("2", "openai", 5));
    rig.pass(Duration.ofHours(90));

    assertThat(rig.told())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.kind()).isEqualTo(Alert.Kind.SUBSCRIPTION_DISABLED);
              assertThat(told.subscriptionId()).isEqualTo("a");
              assertThat(told.reason()).contains("Desk a", "10 tries", "500");
            });
    assertThat(rig.disabled())
        .singleElement()
        .satisfies(after -> assertThat(after.disabledWhy()).contains("10 tries"));
    assertThat(rig.deliveries().values())
        .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(State.DEAD));
    assertThat(rig.counted("disabled")).isOne();
    int before = rig.sent.size();
    rig.tell(alert("3", "deepseek", 7));
    rig.pass(Duration.ofHours(1));
    assertThat(rig.sent).hasSize(before);
  }

  @Test
  void goneIsGoneAtOnce() {
    rig.subscribe(subscription("a"));
    rig.receiver("a", always(status(410)));
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofMinutes(10));
    assertThat(rig.sent).hasSize(1);
    assertThat(rig.disabled()).hasSize(1);
  }

  @Test
  void aDeadMessageCanBeOrderedAgainUnderItsOwnId() {
    rig.subscribe(subscription("a"));
    rig.receiver("a", always(status(410)));
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofMinutes(1));
    rig.disabled();
    Delivery dead = rig.deliveries().values().iterator().next();
    rig.receiver("a", always(status(200)));
    rig.subscribe(subscription("a"));
    rig.order(Order.again(dead, rig.now()));
    rig.pass(Duration.ofSeconds(1));
    assertThat(rig.deliveries().values())
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.state()).isEqualTo(State.DELIVERED));
    assertThat(rig.ids()).containsExactly(dead.id(), dead.id());
  }

  @Test
  void aReceiverThatHangsHoldsUpNobodyElse() {
    rig.subscribe(subscription("slow"));
    rig.subscribe(subscription("quick"));
    List<CompletableFuture<Verdict>> hanging = new ArrayList<>();
    rig.receiver(
        "slow",
        sent -> {
          CompletableFuture<Verdict> never = new CompletableFuture<>();
          hanging.add(never);
          return never;
        });
    for (int i = 0; i < 20; i++) {
      rig.tell(alert("n" + i, "company-" + i, 5));
    }
    rig.pass(Duration.ofSeconds(10));
    assertThat(hanging).hasSize(Lanes.MOST_OF_ONE);
    assertThat(rig.sent.stream().filter(sent -> sent.subscription().equals("quick"))).hasSize(20);

    hanging.forEach(answer -> answer.complete(status(200)));
    rig.pass(Duration.ofSeconds(1));
    assertThat(hanging).hasSize(2 * Lanes.MOST_OF_ONE);
  }

  @Test
  void whoUnsubscribedIsToldNothingMore() {
    rig.subscribe(subscription("a"));
    rig.receiver("a", always(status(500)));
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofSeconds(6));
    rig.tell(alert("2", "openai", 5));
    rig.end("a");
    rig.pass(Duration.ofHours(1));
    assertThat(rig.sent.stream().filter(s -> "openai".equals(s.delivery().companyId()))).isEmpty();
    assertThat(rig.deliveries().values())
        .extracting(Delivery::state)
        .containsExactly(State.CANCELLED);
    assertThat(rig.counted("cancelled")).isOne();
  }

  @Test
  void nothingIsKeptOfASubscriptionThatEnded() {
    rig.subscribe(subscription("ends"));
    rig.subscribe(subscription("stays"));
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofSeconds(10));
    assertThat(rig.rested()).containsExactly("ends", "stays");
    rig.end("ends");
    rig.pass(Duration.ofHours(2));
    assertThat(rig.rested()).containsExactly("stays");
  }

  @Test
  void whoReadsAFeedNowIsSentNothingThatWasOnItsWay() {
    rig.subscribe(subscription("a"));
    rig.receiver("a", always(status(500)));
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofSeconds(6));
    rig.subscribe(subscription("a").delivering(new Deliver(null, null, new Deliver.Feed())));
    rig.pass(Duration.ofHours(80));
    assertThat(rig.sent).hasSize(1);
    assertThat(rig.disabled()).isEmpty();
    assertThat(rig.counted("feed")).isOne();
    assertThat(rig.deliveries().values())
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.state()).isEqualTo(State.DEAD))
        .satisfies(
            delivery ->
                assertThat(delivery.attempts()).last().asString().contains("nothing is sent"));
  }

  @Test
  void aSubscriptionThatCannotBeReadKeepsNobodyFromBeingTold() {
    rig.subscribe(subscription("a"));
    rig.subscribe("b", "{\"companies\":[],\"kinds\":[],\"scopes\":[]}");
    rig.subscribe("c", "{");
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofSeconds(10));
    assertThat(rig.sent).extracting(NotifyRig.Sent::subscription).containsExactly("a");
  }

  @Test
  void aTransportThatFailsBeforeItBeginsIsAFailedTry() {
    rig.subscribe(subscription("a"));
    rig.receiver(
        "a",
        sent -> {
          throw new IllegalArgumentException("a secret is whsec_ and base64");
        });
    rig.tell(alert("1", "deepseek", 5));
    rig.pass(Duration.ofMinutes(2));
    assertThat(rig.sent).hasSize(2);
    assertThat(rig.deliveries().values())
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.tries()).isEqualTo(2))
        .satisfies(
            delivery ->
                assertThat(delivery.attempts().get(0).error())
                    .isEqualTo("a secret is whsec_ and base64"));
  }

  @Test
  void aTestIsTriedOnceAndDisablesNobody() {
    rig.subscribe(subscription("a"));
    rig.receiver("a", always(status(500)));
    rig.order(Order.test("a", rig.now()));
    rig.pass(Duration.ofHours(80));
    assertThat(rig.sent).hasSize(1);
    assertThat(rig.disabled()).isEmpty();
    assertThat(rig.deliveries().values())
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.attempts().get(0).status()).isEqualTo(500));
  }

  @Test
  void theAlertOfADisabledSubscriptionIsNobodyElsesNews() {
    rig.subscribe(subscription("a"));
    rig.tell(alert("1", "deepseek", 5).to("b"));
    rig.pass(Duration.ofMinutes(2));
    assertThat(rig.sent).isEmpty();
  }
}
