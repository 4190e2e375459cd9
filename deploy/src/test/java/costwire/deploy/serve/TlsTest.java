package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.deploy.HttpSettings;
import costwire.deploy.Refusal;
import costwire.deploy.Tls;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys in PEM, as authorities and openssl write them. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void servesWithAKeyOfEveryKind(String algorithm) throws Exception {
    ReadModel model = new ReadModel("log", 1_000);
    HttpSettings http = new HttpSettings("127.0.0.1", 0, null, List.of(), files(algorithm));
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
            client()
                .send(
                    HttpRequest.newBuilder(server.address().resolve(path)).build(),
                    HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.sslSession()).isPresent();
      }
    }
  }

  @Test
  void saysWhichFileCannotBeUsed() throws Exception {
    Tls good = files("EC");
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

  /** Made by the JDK's own tool: no key is kept in the repository. */
  private Tls files(String algorithm) throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "a",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD);
    Key key = made.getKey("a", PASSWORD);
    Certificate certificate = made.getCertificate("a");
    return new Tls(
        pem("certificate.pem", "CERTIFICATE", certificate.getEncoded()),
        pem("key.pem", "PRIVATE KEY", key.getEncoded()));
  }

  private Path pem(String name, String kind, byte[] bytes) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }

  /** Trusts the certificate that was made, and nothing else. */
  private HttpClient client() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "a",
        KeyStore.getInstance(folder.resolve("store.p12").toFile(), PASSWORD).getCertificate("a"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
