package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.deploy.HttpSettings;
import costwire.deploy.Refusal;
import costwire.deploy.SampleCertificate;
import costwire.deploy.Tls;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys in PEM, as authorities and openssl write them. */
class TlsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void servesWithAKeyOfEveryKind(String algorithm) throws Exception {
    ReadModel model = new ReadModel("log", 1_000);
    SampleCertificate own = SampleCertificate.of(folder, algorithm, "ip:127.0.0.1");
    HttpSettings http = new HttpSettings("127.0.0.1", 0, null, List.of(), files(own));
    HttpClient client = HttpClient.newBuilder().sslContext(own.client()).build();
    try (HttpServer server =
        HttpServer.start(
            http,
            model,
            (claims, asOf) -> List.of(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            List::of)) {
      assertThat(server.address()).hasScheme("https");
      for (String path : List.of("api/estimates", "health/live")) {
        HttpResponse<Void> answer =
            client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.sslSession()).isPresent();
      }
    }
  }

  @Test
  void saysWhichFileCannotBeUsed() throws Exception {
    Tls good = files(SampleCertificate.of(folder, "EC", "ip:127.0.0.1"));
    Path missing = folder.resolve("missing.pem");
    refused(new Tls(missing, good.key()), missing + ": cannot be read");
    refused(new Tls(good.certificate(), missing), missing + ": cannot be read");
    refused(new Tls(good.key(), good.key()), good.key() + ": no certificate in PEM");
    refused(
        new Tls(good.certificate(), good.certificate()),
        good.certificate() + ": no private key in PKCS #8");
    Path odd = folder.resolve("odd.pem");
    Files.writeString(odd, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    refused(new Tls(good.certificate(), odd), odd + ": neither an RSA nor an EC nor an EdDSA key");
  }

  private static void refused(Tls tls, String reason) {
    assertThatThrownBy(tls::context).isInstanceOf(Refusal.class).hasMessageStartingWith(reason);
  }

  private Tls files(SampleCertificate own) throws Exception {
    return new Tls(
        pem("certificate.pem", "CERTIFICATE", own.certificate().getEncoded()),
        pem("key.pem", "PRIVATE KEY", own.key().getEncoded()));
  }

  private Path pem(String name, String kind, byte[] bytes) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }
}
