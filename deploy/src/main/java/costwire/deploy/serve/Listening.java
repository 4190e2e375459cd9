package costwire.deploy.serve;

import costwire.deploy.HttpSettings;
import io.javalin.config.JettyConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens, plain or with TLS, and to pages of which sites.
 *
 * @param tls null: plain
 */
record Listening(HttpSettings http, SslContextFactory.@Nullable Server tls) {
  /**
   * @throws costwire.deploy.Refusal if the certificate or its key cannot be used
   */
  static Listening as(HttpSettings http) {
    return new Listening(http, http.tls() == null ? null : http.tls().context());
  }

  void on(JettyConfig jetty) {
    jetty.host = http.bind();
    jetty.port = http.port();
    jetty.modifyServer(
        server -> {
          server.setErrorHandler(new Faults());
          if (!http.cors().isEmpty()) {
            server.insertHandler(CrossOrigin.of(http.cors()));
          }
        });
    if (tls != null) {
      jetty.addConnector((server, settings) -> secure(server, settings, tls));
    }
  }

  private ServerConnector secure(
      Server server, HttpConfiguration settings, SslContextFactory.Server context) {
    HttpConfiguration secure = new HttpConfiguration(settings);
    // One site is served here, whatever name its certificate bears and its clients use.
    secure.addCustomizer(new SecureRequestCustomizer(false));
    HttpConnectionFactory requests = new HttpConnectionFactory(secure);
    ServerConnector connector =
        new ServerConnector(server, new SslConnectionFactory(context, "http/1.1"), requests);
    connector.setHost(http.bind());
    connector.setPort(http.port());
    return connector;
  }
}
