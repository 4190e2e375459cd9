package costwire.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import costwire.ingest.Feed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user sets in {@code costwire.yaml}; whatever is missing has its default.
 *
 * @param feeds the addresses of the feeds to follow
 * @param starter whether the feeds of the starter list are followed too
 * @param roles what this process does
 * @param data the folder of the embedded broker and the state stores
 * @param http how the dashboard and the API listen, and to whom
 * @param kafka how to reach Kafka
 * @param retentionDays how long the topics keep their records
 * @param contact a mail or web address that publishers find in the user agent
 * @param allowedHosts hosts ({@code name} or {@code name:port}) that may be fetched from although
 *     their addresses are private
 * @param pollMinutes least time between two polls of a feed; one that changes seldom is asked less
 *     often
 * @param alertPercent by which a median must move to be told
 * @param threads how many threads read articles
 * @param rates a file of exchange rates as the European Central Bank writes them; null: those that
 *     come along alone
 * @param prices a file of prices of chips, in the form of the price book; null: those that come
 *     along alone
 * @param monitorPort where a process without the role serve answers {@code /metrics} and {@code
 *     /health}; 0 for any that is free; null: nowhere
 * @param websub where the hubs of feeds reach this installation; null: nowhere, and none is asked
 * @param smtp what takes mail; null: none is sent
 * @param publicUrl the https address at which people reach this server, which mails link to; ends
 *     in a slash; null: they link to nothing
 */
public record Config(
    List<URI> feeds,
    boolean starter,
    Set<Role> roles,
    Path data,
    HttpSettings http,
    Kafka kafka,
    RetentionDays retentionDays,
    @Nullable String contact,
    List<String> allowedHosts,
    int pollMinutes,
    int alertPercent,
    int threads,
    @Nullable Path rates,
    @Nullable Path prices,
    @Nullable Integer monitorPort,
    @Nullable PublicAddress websub,
    @Nullable SmtpSettings smtp,
    @Nullable URI publicUrl) {
  static final int MAX_PORT = 65_535;

  public Config {
    feeds = List.copyOf(feeds);
    roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    allowedHosts = List.copyOf(allowedHosts);
    require(!roles.isEmpty(), "roles", "at least one of ingest, extract, aggregate, serve");
    require(
        monitorPort == null || (monitorPort >= 0 && monitorPort <= MAX_PORT),
        "monitorPort",
        "between 0 and " + MAX_PORT);
    require(alertPercent >= 3 && alertPercent <= 1_000, "alertPercent", "between 3 and 1000");
    require(pollMinutes >= 1 && pollMinutes <= 1_440, "pollMinutes", "between 1 and 1440");
    require(threads >= 1 && threads <= 256, "threads", "between 1 and 256");
    boolean alone =
        roles.contains(Role.INGEST) == roles.contains(Role.SERVE)
            && kafka.bootstrapServers() == null;
    require(
        websub == null || websub.secret() != null || alone,
        "websub.secret",
        "set, to the same in all of them, where several processes share a cluster");
    require(
        publicUrl == null || PublicAddress.isPublic(publicUrl),
        "publicUrl",
        "an https address such as https://desk.example/");
    publicUrl = publicUrl == null ? null : PublicAddress.closed(publicUrl);
    for (URI feed : feeds) {
      require(web(feed), "feeds", "http or https addresses, which " + feed + " is not");
    }
  }

  /** The configured feeds, polled as configured. */
  public List<Feed> feedsToFollow() {
    Map<String, Feed> all = new LinkedHashMap<>();
    feeds.forEach(feed -> all.put(feed.toString(), Feed.of(feed.toString())));
    if (starter) {
      Starter.feeds().forEach(feed -> all.putIfAbsent(feed.url(), feed));
    }
    Duration interval = Duration.ofMinutes(pollMinutes);
    return all.values().stream().map(feed -> feed.every(interval)).toList();
  }

  /** Everything at its default: all roles, an embedded broker, the loopback address. */
  public static Config standard() {
    return new Config(
        List.of(),
        false,
        EnumSet.allOf(Role.class),
        Path.of("data"),
        HttpSettings.STANDARD,
        new Kafka(null, 9092, null, Map.of()),
        new RetentionDays(30, 365, 90),
        null,
        List.of(),
        (int) Feed.DEFAULT_INTERVAL.toMinutes(),
        10,
        Math.max(1, Runtime.getRuntime().availableProcessors()),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * How to reach Kafka.
   *
   * @param bootstrapServers a cluster's; null for the embedded broker
   * @param port of the embedded broker; 0 for any that is free
   * @param groupProtocol {@code streams} or {@code classic}; null: streams on the embedded broker,
   *     classic elsewhere, where older brokers may be
   * @param client further settings of every client, by Kafka's own names
   */
  public record Kafka(
      @Nullable String bootstrapServers,
      int port,
      @Nullable String groupProtocol,
      Map<String, String> client) {
    public Kafka {
      client = Map.copyOf(client);
      require(port >= 0 && port <= MAX_PORT, "kafka.port", "between 0 and " + MAX_PORT);
      require(
          groupProtocol == null || Set.of("streams", "classic").contains(groupProtocol),
          "kafka.groupProtocol",
          "streams or classic");
    }

    /** Keeps the client's settings to itself: passwords are among them. */
    @Override
    public String toString() {
      return bootstrapServers == null ? "embedded:" + port : bootstrapServers;
    }
  }

  /** In days. */
  public record RetentionDays(
      int articles, int claims, @JsonProperty("deadLetters") int deadLetters) {
    public RetentionDays {
      for (int days : new int[] {articles, claims, deadLetters}) {
        require(days >= 1 && days <= 36_500, "retentionDays", "between 1 and 36500");
      }
    }

    static Duration days(int days) {
      return Duration.ofDays(days);
    }
  }

  private static boolean web(URI uri) {
    return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null;
  }

  static void require(boolean condition, String key, String what) {
    if (!condition) {
      throw new IllegalArgumentException(key + " must be " + what);
    }
  }
}
