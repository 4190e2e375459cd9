package costwire.deploy.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An article of a simulated host. Times count from the opening of the simulated web.
 *
 * @param path its address on the host
 * @param number no other article has it
 * @param appears when its feed lists it first
 * @param changes when its text is corrected; null: never
 * @param leaves when its page goes, and its feed drops it; null: never
 * @param forbidden whether robots.txt forbids its page
 */
record SimulatedArticle(
    String path,
    int number,
    Duration appears,
    @Nullable Duration changes,
    @Nullable Duration leaves,
    boolean forbidden) {
  private static final Instant FIRST_PRINTED = Instant.parse("2025-01-01T00:00:00Z");

  /** What the page shows. */
  enum Version {
    NONE,
    FIRST,
    CORRECTED,
    GONE
  }

  Version at(Duration time) {
    if (time.compareTo(appears) < 0) {
      return Version.NONE;
    }
    if (leaves != null && time.compareTo(leaves) >= 0) {
      return Version.GONE;
    }
    return changes != null && time.compareTo(changes) >= 0 ? Version.CORRECTED : Version.FIRST;
  }

  /** Whether the feed lists it then. */
  boolean isListed(Duration time) {
    Version version = at(time);
    return version == Version.FIRST || version == Version.CORRECTED;
  }

  String title() {
    return "Dispatch " + number;
  }

  /** The paragraph that tells the versions apart. */
  static String told(int number, Version version) {
    int days = 3 + number % 90;
    return String.format(
        Locale.ROOT,
        "Dispatch %d says that the run took %d days on %d cards%s.",
        number,
        version == Version.CORRECTED ? days + 100 : days,
        8 + number % 4_000,
        version == Version.CORRECTED ? ", as its author corrected later" : "");
  }

  Instant printed(Version version) {
    return FIRST_PRINTED.plusSeconds(60L * number + (version == Version.CORRECTED ? 30 : 0));
  }

  String page(Version version) {
    return String.format(
        Locale.ROOT,
        """
        <!doctype html><html lang="en"><head><title>%1$s</title>
        <meta property="article:published_time" content="%2$s"></head><body>
        <nav><a href="/">Home</a> <a href="/feed-0.xml">Feed</a></nav>
        <article><h1>%1$s</h1><p>%3$s</p>
        <p>What follows under number %4$d was never printed anywhere but here, and nobody vouches
        for a word of it: the %4$d readers of this paper asked for nothing else.</p></article>
        <footer>Printed for a rehearsal.</footer></body></html>
        """,
        title(),
        printed(Version.FIRST),
        told(number, version),
        number);
  }

  String item(String address, Version version) {
    return String.format(
        Locale.ROOT,
        "<item><guid isPermaLink=\"false\">%d</guid><title>%s</title><link>%s</link>"
            + "<description>%s</description></item>%n",
        number,
        title(),
        address + path,
        version == Version.CORRECTED ? "Corrected." : "New.");
  }
}
