package costwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP client: one request, one reply; no redirects, cookies, retries or proxies of its own.
 */
final class Web implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Web.class);

  private static final int MAX_CONNECTIONS = 4_096;
  private static final int MAX_LINE = 16 << 10;
  private static final int MAX_HEADERS = 200;

  /** Where a call's context has its reply. */
  private static final String REPLY = "costwire.reply";

  private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

  private final CloseableHttpAsyncClient client;
  private final int maxBytes;

  /**
   * @param perHost connections to one host at a time
   */
  Web(Pins pins, String userAgent, int maxBytes, Duration timeout, int perHost) {
    this.maxBytes = maxBytes;
    Timeout limit = Timeout.of(timeout);
    this.client =
        HttpAsyncClientBuilder.create()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setDnsResolver(pins)
                    // A request that is given up must take its connection with it.
                    .setDefaultTlsConfig(
                        TlsConfig.custom()
                            .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                            .setHandshakeTimeout(limit)
                            .build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(limit)
                            .setSocketTimeout(limit)
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .setMaxConnTotal(MAX_CONNECTIONS)
                    .setMaxConnPerRoute(perHost)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setRedirectsEnabled(false)
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .setConnectionRequestTimeout(limit)
                    .setResponseTimeout(limit)
                    .build())
            .setHttp1Config(
                Http1Config.custom()
                    .setMaxLineLength(MAX_LINE)
                    .setMaxHeaderCount(MAX_HEADERS)
                    .build())
            .setIOReactorConfig(
                IOReactorConfig.custom().setIoThreadCount(2).setSoTimeout(limit).build())
            // Selectors that are closed under their threads when we stop are no news.
            .setIoReactorExceptionCallback(e -> LOG.debug("web: {}", e.toString()))
            .setThreadFactory(Daemons.named("costwire-web"))
            .setUserAgent(userAgent)
            .evictIdleConnections(TimeValue.ofSeconds(30))
            .evictExpiredConnections()
            .disableRedirectHandling()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .addExecInterceptorLast("hang-up", Web::proceed)
            .build();
    client.start();
  }

  /** Asks. The future fails with what went wrong; cancelling it hangs up. */
  CompletableFuture<Reply> get(URI url, Map<String, String> headers) {
    return ask(SimpleRequestBuilder.get(url), headers, new ReplyConsumer(maxBytes));
  }

  /**
   * Asks for no more than the first bytes of the body, and ignores the rest.
   *
   * @param form to send, encoded; null: none
   */
  CompletableFuture<Reply> start(
      URI url, Map<String, String> headers, int bytes, @Nullable String form) {
    SimpleRequestBuilder request =
        form == null
            ? SimpleRequestBuilder.get(url)
            : SimpleRequestBuilder.post(url).setBody(form.getBytes(US_ASCII), FORM);
    return start(request, headers, bytes);
  }

  /** Posts a body, whose type is among the headers, and reads the first bytes of the answer's. */
  CompletableFuture<Reply> post(URI url, Map<String, String> headers, byte[] body, int bytes) {
    String type = headers.getOrDefault(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
    return start(
        SimpleRequestBuilder.post(url).setBody(body, ContentType.parse(type)), headers, bytes);
  }

  private CompletableFuture<Reply> start(
      SimpleRequestBuilder request, Map<String, String> headers, int bytes) {
    CompletableFuture<Reply> call = ask(request, headers, new FirstBytes(bytes));
    CompletableFuture<Reply> reply = call.exceptionallyCompose(Web::enough);
    reply.whenComplete((done, error) -> call.cancel(true));
    return reply;
  }

  private static CompletableFuture<Reply> enough(Throwable error) {
    return Replies.cause(error) instanceof FirstBytes.EnoughException enough
        ? CompletableFuture.completedFuture(enough.reply())
        : CompletableFuture.failedFuture(error);
  }

  private CompletableFuture<Reply> ask(
      SimpleRequestBuilder asked,
      Map<String, String> headers,
      AsyncResponseConsumer<Reply> consumer) {
    SimpleHttpRequest request = asked.build();
    headers.forEach(request::setHeader);
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(REPLY, reply);
    Future<Reply> call =
        client.execute(
            SimpleRequestProducer.create(request),
            consumer,
            context,
            new FutureCallback<Reply>() {
              @Override
              public void completed(Reply result) {
                reply.complete(result);
              }

              @Override
              public void failed(Exception e) {
                reply.completeExceptionally(e);
              }

              @Override
              public void cancelled() {
                reply.completeExceptionally(new CancellationException("hung up"));
              }
            });
    reply.whenComplete(
        (done, error) -> {
          if (error != null) {
            call.cancel(true);
          }
        });
    return reply;
  }

  /**
   * Sends a request over its connection, which is hung up on when the reply is given up. The
   * client's own cancelling is not enough: of a call that connects at once it may remember how to
   * cancel the connecting and not the exchange, which then goes on for as long as the server likes.
   */
  private static void proceed(
      HttpRequest request,
      @Nullable AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    CompletableFuture<?> reply = (CompletableFuture<?>) scope.clientContext.getAttribute(REPLY);
    hangUp(reply, scope.execRuntime);
    try {
      chain.proceed(request, body, scope, callback);
    } catch (IllegalStateException e) {
      // Hung up on already: there is no connection to send it over.
      callback.failed(e);
    }
  }

  /** A request that went well leaves its connection to the next. */
  private static void hangUp(CompletableFuture<?> reply, AsyncExecRuntime runtime) {
    reply.whenComplete(
        (done, error) -> {
          if (error != null) {
            runtime.discardEndpoint();
          }
        });
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
