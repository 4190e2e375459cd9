package costwire.deploy.command;

import costwire.deploy.Refusal;
import costwire.ingest.FetchSettings;
import costwire.ingest.Fetcher;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code costwire fetch}. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Reads feeds and pages as the scrapers do and writes their articles as JSON Lines.",
      "A feed's entries are followed; a file is read without asking anybody."
    })
final class Fetch implements Callable<Integer> {
  @Parameters(
      paramLabel = "URL|FILE",
      arity = "1..*",
      description = "Addresses of feeds or pages; saved pages or feeds; folders of them.")
  List<String> sources = List.of();

  @Option(names = "--entries", description = "List a feed's entries instead, and follow none.")
  boolean entries;

  @Option(names = "--url", description = "The address that a saved page came from; for one file.")
  @Nullable String url;

  @Option(
      names = "--contact",
      description = "A mail or web address for publishers, told in the user agent.")
  @Nullable String contact;

  @Option(
      names = "--allow",
      paramLabel = "HOST:PORT",
      description = "May be asked although its address is private.")
  List<String> allowed = List.of();

  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Fetch(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (url != null && (sources.size() > 1 || isWeb(sources.get(0)))) {
      throw Refusal.wrong("--url says where one saved page came from; there is more or else here");
    }
    URI from = url == null ? null : address(url);
    Readings readings = new Readings(console);
    try (Fetcher fetcher = Fetcher.open(settings())) {
      Scraping scraping =
          new Scraping(fetcher, entries, readings, console.out(), Clock.systemUTC(), trace());
      for (String source : sources) {
        if (isWeb(source)) {
          scraping.web(address(source));
        } else {
          scraping.file(path(source), from);
        }
      }
    }
    return readings.status();
  }

  /** Every step on stderr, if the user wants to know. */
  private Fetcher.Trace trace() {
    return verbosity.verbose ? console.err()::println : Fetcher.Trace.NONE;
  }

  private FetchSettings settings() {
    try {
      return FetchSettings.DEFAULT.contact(contact).allowing(Set.copyOf(allowed));
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isWeb(String source) {
    return source.contains("://");
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() == null && !Files.exists(Path.of(text))) {
        throw Refusal.wrong("'" + text + "' is no web address");
      }
      return address;
    } catch (URISyntaxException | InvalidPathException e) {
      throw Refusal.wrong("'" + text + "' is no web address", e);
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw Refusal.wrong("'" + text + "' is neither an address nor a file", e);
    }
  }
}
