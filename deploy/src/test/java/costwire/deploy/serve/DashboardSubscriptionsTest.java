package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Order;
import costwire.deploy.notify.Subscription;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Being told, from the form to the log of what was sent. */
class DashboardSubscriptionsTest {
  private static final String STATE = "document.querySelector('.sheet > .state').textContent";
  private static final String PREVIEW = "document.querySelector('.preview').textContent";

  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.empty();

  @BeforeEach
  void forgetTheToken() {
    DASHBOARD.open("/subscriptions").run("sessionStorage.clear(); location.reload()");
    DASHBOARD.topics().put().clear();
    DASHBOARD.topics().orders().clear();
  }

  @Test
  void asksForTheTokenOncePreviewsAndShowsTheSecretOnce() {
    for (int i = 0; i < 8; i++) {
      DASHBOARD.alert(Fakes.alert(i, "DeepSeek"));
    }
    Browser page = DASHBOARD.open("/subscriptions?edit=new", "form.subscription");
    page.await(PREVIEW + ".startsWith('With the token')");
    page.find("input[name=name]").sendKeys("Desk <b>");
    page.find("input[name=companies]").sendKeys("deepseek, nobody-yet");
    page.find("input[name=kinds][value=new-claim]").click();
    page.find("input[name=url]").sendKeys("https://desk.example/hook");
    page.find("form.subscription > button").click();
    page.find("input[name=token]").sendKeys(Dashboard.TOKEN);
    page.find("form[aria-label=Token] button").click();
    String secret = page.find(".secret code").getText();

    Subscription made = DASHBOARD.topics().put().values().iterator().next();
    assertThat(made.deliver().webhook()).isNotNull();
    assertThat(made.name()).isEqualTo("Desk <b>");
    assertThat(made.companies()).containsExactly("deepseek", "nobody-yet");
    assertThat(made.kinds()).hasSize(1);
    assertThat(secret).startsWith("whsec_");
    assertThat(page.text("localStorage.length")).isEqualTo("0");

    DASHBOARD.open("/subscriptions?edit=" + made.id(), "form.subscription");
    page.await(PREVIEW + ".startsWith('In the last 30 days this would have sent')");
    page.find("input[name=byPercent]").sendKeys("25");
    page.find("form.subscription > button").click();
    page.await("location.hash === '#/subscriptions?id=" + made.id() + "'");
    Subscription after = Objects.requireNonNull(DASHBOARD.topics().put().get(made.id()));
    assertThat(after.byPercent()).isEqualTo(25);
    assertThat(after.deliver()).isEqualTo(made.deliver());
  }

  @Test
  void tellsWhyOneIsDisabledAndWhatWasSentToIt() {
    Instant ended = Instant.parse("2025-09-18T12:00:00Z");
    DASHBOARD.subscription(Fakes.subscription("sub_9").disabled(ended, "not taken in 10 tries"));
    DASHBOARD.delivery(Fakes.delivery(3, "sub_9", Delivery.State.DEAD));
    DASHBOARD.delivery(Fakes.delivery(4, "sub_9", Delivery.State.DELIVERED));
    Browser page = DASHBOARD.open("/subscriptions", ".figures tbody a");
    page.await("document.querySelector('main').textContent.includes('not taken in 10 tries')");

    DASHBOARD.open("/subscriptions?id=sub_9", ".figures tbody tr");
    assertThat(page.texts(".figures tbody .health-state")).containsExactly("Delivered", "Dead");
    assertThat(page.texts(".figures tbody button")).containsExactly("Send again");
  }

  @Test
  void sendsADeadMessageAndATestAgainButNotWithoutTheToken() {
    Delivery dead = Fakes.delivery(5, "sub_8", Delivery.State.DEAD);
    DASHBOARD.subscription(Fakes.subscription("sub_8"));
    DASHBOARD.delivery(dead);
    Browser page = DASHBOARD.open("/subscriptions?id=sub_8", ".figures tbody button");
    page.find(".figures tbody button").click();
    page.find("input[name=token]").sendKeys("wrong");
    page.find("form[aria-label=Token] button").click();
    page.await(STATE + ".includes('Unauthorized')");
    assertThat(DASHBOARD.topics().orders()).isEmpty();

    page.find("input[name=token]").sendKeys(Dashboard.TOKEN);
    page.find("form[aria-label=Token] button").click();
    page.await(STATE + ".includes('on its way again')");
    page.run(
        "[...document.querySelectorAll('main button')].find(b => b.textContent === 'Send a test').click()");
    page.await(STATE + ".includes('A test is on its way')");
    assertThat(DASHBOARD.topics().orders()).extracting(Order::again).containsExactly(dead, null);
  }
}
