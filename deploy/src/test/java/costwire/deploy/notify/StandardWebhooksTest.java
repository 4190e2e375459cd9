package costwire.deploy.notify;

import static costwire.deploy.notify.NotifyRig.START;
import static costwire.deploy.notify.NotifyRig.alert;
import static costwire.deploy.notify.NotifyRig.subscription;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import costwire.ingest.Courier;
import java.net.URI;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our signatures under the eyes of the specification's own verifier. */
class StandardWebhooksTest {
  private static final String SECRET = Signer.newSecret();

  /** A post as it came. */
  private record Heard(Map<String, String> headers, String body) {
    void verify(String secret) throws Exception {
      Map<String, List<String>> lists = new HashMap<>();
      headers.forEach((name, value) -> lists.put(name, List.of(value)));
      new Webhook(secret).verify(body, lists);
    }

    Heard with(String header, String value) {
      Map<String, String> changed = new HashMap<>(headers);
      changed.put(header, value);
      return new Heard(changed, body);
    }

    String header(String name) {
      return String.valueOf(headers.get(name));
    }
  }

  private static Heard post(String secret, @Nullable String before, Duration late) {
    CompletableFuture<Heard> heard = new CompletableFuture<>();
    Courier courier =
        new Courier() {
          @Override
          public @Nullable String refusal(URI url) {
            return null;
          }

          @Override
          public CompletableFuture<Receipt> post(
              URI url, Map<String, String> headers, byte[] body) {
            heard.complete(new Heard(headers, new String(body, UTF_8)));
            return CompletableFuture.completedFuture(new Receipt(204, null, null));
          }

          @Override
          public void close() {}
        };
    URI url = URI.create("https://hook.example/in");
    Subscription subscription =
        subscription("a")
            .delivering(new Deliver(new Deliver.Webhook(url, secret, before, null), null, null));
    Delivery delivery = Delivery.of("a", List.of(alert("1", "deepséek", 5)), 0, START);
    Clock clock = Clock.offset(Clock.systemUTC(), late.negated());
    Verdict verdict = new WebhookTransport(courier, clock).send(subscription, delivery).join();
    assertThat(verdict.isDelivered()).isTrue();
    assertThat(heard.join().header("webhook-id")).isEqualTo(delivery.id());
    return heard.join();
  }

  @Test
  void areAccepted() {
    Heard heard = post(SECRET, null, Duration.ZERO);
    assertThatCode(() -> heard.verify(SECRET)).doesNotThrowAnyException();
  }

  @Test
  void areAcceptedByBothSecretsWhileTheReceiverChangesOver() {
    String before = Signer.newSecret();
    Heard heard = post(SECRET, before, Duration.ZERO);
    assertThatCode(() -> heard.verify(SECRET)).doesNotThrowAnyException();
    assertThatCode(() -> heard.verify(before)).doesNotThrowAnyException();
    assertThatThrownBy(() -> heard.verify(Signer.newSecret()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "webhook-id, msg_other",
    "webhook-timestamp, later",
    "webhook-signature, 'v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='",
    "webhook-signature, ''",
    "body, ''",
  })
  void areRefusedOnceAnythingIsAltered(String what, String value) {
    Heard heard = post(SECRET, null, Duration.ZERO);
    long seconds = Long.parseLong(heard.header("webhook-timestamp"));
    Heard altered =
        what.equals("body")
            ? new Heard(heard.headers(), heard.body().replace("5 million", "6 million"))
            : heard.with(what, value.equals("later") ? String.valueOf(seconds + 1) : value);
    assertThat(altered).isNotEqualTo(heard);
    assertThatThrownBy(() -> altered.verify(SECRET))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT10M", "PT-10M"})
  void areRefusedAtAnotherTime(Duration late) {
    Heard heard = post(SECRET, null, late);
    assertThatThrownBy(() -> heard.verify(SECRET))
        .isInstanceOf(WebhookVerificationException.class)
        .hasMessageContaining("timestamp");
  }

  @Test
  void byEd25519AreRightByTheKeyThatIsPublic() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] seed = ((EdECPrivateKey) keys.getPrivate()).getBytes().orElseThrow();
    Heard heard =
        post(Signer.PRIVATE + Base64.getEncoder().encodeToString(seed), SECRET, Duration.ZERO);
    String[] signatures = heard.header("webhook-signature").split(" ");
    assertThat(signatures).hasSize(2);
    assertThat(signatures[0]).startsWith("v1a,");

    assertThat(isRight(keys.getPublic(), heard, signatures[0])).isTrue();
    assertThat(isRight(keys.getPublic(), heard.with("webhook-id", "msg_x"), signatures[0]))
        .isFalse();
    assertThatCode(() -> heard.verify(SECRET))
        .as("the entry that is not theirs does not disturb others")
        .doesNotThrowAnyException();
  }

  private static boolean isRight(PublicKey key, Heard heard, String entry) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.getEncoded())));
    String signed =
        heard.header("webhook-id") + "." + heard.header("webhook-timestamp") + "." + heard.body();
    signature.update(signed.getBytes(UTF_8));
    return signature.verify(Base64.getDecoder().decode(entry.substring("v1a,".length())));
  }
}
