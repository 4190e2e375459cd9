package costwire.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import costwire.ingest.FetchSettings;
import costwire.ingest.Fetcher;
import costwire.ingest.Ingest;
import costwire.ingest.Reading;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Whatever a server sends: each is refused with a reason, within a time and a memory, or read for
 * the little that is sound in it; and nobody inside is ever connected to.
 */
class HostileInputTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);

  private static final int MAX_BYTES = 1 << 20;

  /**
   * Of an answer that never ends in time; of all others, which a busy machine may be slow to read.
   */
  private static final Duration SHORT = Duration.ofSeconds(2);

  private static final Duration LONG = Duration.ofSeconds(20);

  /** Beyond the timeout: a machine that is busy with other tests, or pauses. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  /** A body, its text, its document and some to spare; a bomb would take a thousand times this. */
  private static final long MOST_ALLOCATED = 400L << 20;

  private static HostileServer outside;
  private static HostileServer inside;
  private static FetchSettings settings;
  private static final AtomicInteger LOOKUPS = new AtomicInteger();

  @BeforeAll
  static void open() throws IOException {
    outside = HostileServer.open();
    inside = HostileServer.open();
    settings =
        FetchSettings.DEFAULT
            .maxBytes(MAX_BYTES)
            .delay(Duration.ZERO)
            .allowing(Set.of("web.example:" + outside.port()));
  }

  @AfterAll
  static void close() throws IOException {
    outside.close();
    inside.close();
  }

  /** As the system would, but for names of ours; one of them changes its mind after each look. */
  private static List<InetAddress> resolve(String asked) throws UnknownHostException {
    String host = asked.toLowerCase(Locale.ROOT);
    Map<String, List<String>> names =
        Map.of(
            "web.example", List.of("127.0.0.1"),
            "inside.example", List.of("127.0.0.1"),
            "mixed.example", List.of("93.184.216.34", "127.0.0.1"),
            "metadata.example", List.of("169.254.169.254"),
            "six.example", List.of("::1"),
            "mapped.example", List.of("::ffff:10.0.0.1"),
            "unique.example", List.of("fd00::1"),
            "rebinding.example",
                List.of(LOOKUPS.getAndIncrement() % 2 == 1 ? "93.184.216.34" : "127.0.0.1"));
    List<InetAddress> found = new ArrayList<>();
    if (host.endsWith(".example") && !names.containsKey(host)) {
      throw new UnknownHostException(host);
    }
    for (String address : names.getOrDefault(host, List.of(host))) {
      found.addAll(Arrays.asList(InetAddress.getAllByName(address)));
    }
    return found;
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/hostile/answers.csv",
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      maxCharsPerColumn = 100_000)
  void anAnswerIsRefusedOrReadForWhatIsSound(String name, String script, String result) {
    outside.plays("/" + name, script);
    check(URI.create("http://web.example:" + outside.port() + "/" + name), result);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/hostile/addresses.csv", delimiter = '|')
  void nobodyInsideIsConnectedTo(String address, String result) {
    String target = address.replace("PORT", Integer.toString(inside.port()));
    outside.plays(
        "/to",
        "raw HTTP/1.1 302 x\\r\\nLocation: "
            + target
            + "\\r\\nConnection: close\\r\\nContent-Length: 0\\r\\n\\r\\n");
    check(URI.create("http://web.example:" + outside.port() + "/to"), result);
    URI direct = address(target);
    if (direct != null) {
      check(direct, result);
    }
    assertThat(inside.connections()).isZero();
  }

  private static URI address(String target) {
    try {
      return URI.create(target);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void check(URI url, String result) {
    Duration timeout = result.contains("took longer") ? SHORT : LONG;
    long allocated = allocated();
    long start = System.nanoTime();
    List<Reading> readings;
    // Its own, for a host that was silent or wanted rest would be left alone by the same one.
    try (Fetcher fetcher = Fetcher.open(settings.timeout(timeout), HostileInputTest::resolve);
        Stream<Reading> stream = Ingest.fetch(fetcher, url, CLOCK)) {
      readings = stream.toList();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(timeout.plus(GRACE));
    assertThat(allocated() - allocated).as(url.toString()).isLessThan(MOST_ALLOCATED);
    judge(
        readings,
        result.substring(0, result.indexOf(':')),
        result.substring(result.indexOf(':') + 2));
  }

  private static void judge(List<Reading> readings, String fate, String words) {
    switch (fate) {
      case "refused" ->
          assertThat(readings)
              .isNotEmpty()
              .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Refused.class))
              .first()
              .satisfies(reading -> assertThat(reason(reading)).matches(pattern(words)));
      case "read" ->
          assertThat(readings)
              .singleElement()
              .satisfies(reading -> assertThat(text(reading)).matches(pattern(words)));
      case "none" -> assertThat(readings).allSatisfy(HostileInputTest::isRefused);
      default -> assertThat(readings).hasSize(1);
    }
  }

  private static void isRefused(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Refused.class);
  }

  private static String reason(Reading reading) {
    return ((Reading.Refused) reading).reason();
  }

  private static String text(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Of.class);
    return ((Reading.Of) reading).article().text();
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(".*(" + words.replace(" or ", "|") + ").*", Pattern.DOTALL);
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }
}
