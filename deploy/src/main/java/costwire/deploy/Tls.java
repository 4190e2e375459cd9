package costwire.deploy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * What HTTPS is served with; read when the server starts.
 *
 * @param certificate a file of certificates in PEM, the server's first, then those that vouch for
 *     it
 * @param key a file with its private key: PKCS #8 in PEM, not encrypted
 */
public record Tls(Path certificate, Path key) {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private static final char[] IN_MEMORY = new char[0];

  /**
   * The two, ready for use.
   *
   * @throws Refusal naming the file that cannot be used
   */
  public SslContextFactory.Server context() {
    Certificate[] chain = chain();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, IN_MEMORY);
      store.setKeyEntry("costwire", privateKey(), IN_MEMORY, chain);
      SslContextFactory.Server context = new SslContextFactory.Server();
      context.setKeyStore(store);
      context.setKeyStorePassword("");
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw Refusal.wrong(key + ": does not go with " + certificate, e);
    }
  }

  private Certificate[] chain() {
    try (InputStream in = Files.newInputStream(certificate)) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .toArray(Certificate[]::new);
      if (chain.length > 0) {
        return chain;
      }
    } catch (IOException e) {
      throw Refusal.wrong(certificate + ": cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw Refusal.wrong(certificate + ": no certificate in PEM", e);
    }
    throw Refusal.wrong(certificate + ": no certificate in PEM");
  }

  private PrivateKey privateKey() {
    Matcher pem = KEY.matcher(text(key));
    if (!pem.find()) {
      throw Refusal.wrong(
          key + ": no private key in PKCS #8; openssl pkcs8 -topk8 -nodes makes one");
    }
    PKCS8EncodedKeySpec spec =
        new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        continue; // Of another kind.
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK knows " + algorithm, e);
      }
    }
    throw Refusal.wrong(key + ": neither an RSA nor an EC nor an EdDSA key");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, US_ASCII);
    } catch (IOException e) {
      throw Refusal.wrong(file + ": cannot be read", e);
    }
  }
}
