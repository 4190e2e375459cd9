package costwire.deploy.newsroom;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The demo's sources: invented outlets in many languages whose feeds and pages a scraper reads as
 * it would read real ones. Loopback only.
 */
public final class Newsroom implements AutoCloseable {
  private static final int HANDS = 4;

  private final HttpServer server;
  private final ExecutorService hands;
  private final List<URI> feeds;
  private final Map<String, URI> pages;

  private Newsroom(
      HttpServer server, ExecutorService hands, List<URI> feeds, Map<String, URI> pages) {
    this.server = server;
    this.hands = hands;
    this.feeds = feeds;
    this.pages = pages;
  }

  /**
   * Prints everything and opens the server.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException if the port cannot be had
   */
  public static Newsroom start(int port) {
    HttpServer server = bind(port);
    Press press = new Press(URI.create("http://" + authority(server) + "/"));
    Map<Outlet, List<Story>> issue = new LinkedHashMap<>();
    Archive.outlets().forEach(outlet -> issue.put(outlet, Archive.stories(outlet)));
    Map<String, Sheet> sheets = new LinkedHashMap<>();
    Map<String, URI> pages = new LinkedHashMap<>();
    issue.forEach(
        (outlet, stories) -> {
          sheets.put(press.feedAddress(outlet).getPath(), press.feed(outlet, stories));
          for (Story story : stories) {
            URI address = press.address(outlet, story.id());
            pages.put(story.id(), address);
            sheets.put(address.getPath(), press.page(outlet, story));
          }
        });
    sheets.put("/", press.front(issue));
    sheets.put("/robots.txt", robots());
    ExecutorService hands = Executors.newFixedThreadPool(HANDS, Newsroom::daemon);
    server.setExecutor(hands);
    server.createContext("/", new Newsstand(sheets));
    server.start();
    return new Newsroom(
        server, hands, issue.keySet().stream().map(press::feedAddress).toList(), Map.copyOf(pages));
  }

  /** The addresses of all outlets' feeds. */
  public List<URI> feeds() {
    return feeds;
  }

  /** How many articles the feeds lead to. */
  public int articles() {
    return pages.size();
  }

  /** The page of each article, by the id that the article has among the samples. */
  public Map<String, URI> pages() {
    return pages;
  }

  /** {@code host:port} of every address. */
  public String host() {
    return authority(server);
  }

  @Override
  public void close() {
    server.stop(0);
    hands.shutdownNow();
  }

  private static HttpServer bind(int port) {
    // The JDK sends head and body apart; without this each answer waits 40 ms for the client's ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("The newsroom cannot have port " + port, e);
    }
  }

  private static String authority(HttpServer server) {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private static Sheet robots() {
    return Sheet.of(
        "text/plain; charset=utf-8",
        Archive.text("robots.txt"),
        StandardCharsets.UTF_8,
        Instant.EPOCH);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "newsroom");
    thread.setDaemon(true);
    return thread;
  }
}
