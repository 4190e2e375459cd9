package costwire.deploy.soak;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.stream.Json;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;

/** The way in: rehearses and prints what it showed. */
public final class Soak {
  private Soak() {}

  /**
   * Rehearses.
   *
   * @param hosts simulated, at least 1
   * @param feeds on all of them together, at least as many
   * @param lasting how long the simulated web goes on changing, at least ten seconds
   * @param interval time between two polls of a healthy feed, at least a second
   * @param killing whether one of two readers is killed in mid-stream
   * @return whether nothing was lost, doubled or ill-mannered
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static boolean run(
      int hosts,
      int feeds,
      Duration lasting,
      Duration interval,
      long seed,
      boolean killing,
      PrintStream out,
      PrintStream news) {
    SoakPlan plan = new SoakPlan(hosts, feeds, lasting, interval, seed);
    Findings findings = new Rehearsal(plan, killing, news::println).run();
    print(findings, out);
    return findings.isGood();
  }

  private static void print(Findings findings, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%d requests; %d of %d polls of unchanged feeds answered 304 (%.1f %%)%n",
        findings.requests(),
        findings.notModified(),
        findings.unchangedPolls(),
        100 * findings.notModifiedShare());
    out.printf(
        Locale.ROOT,
        "%d articles to show: %d lost, %d published twice, %d shown though withdrawn,"
            + " %d though forbidden%n",
        findings.expected(),
        findings.lost(),
        findings.doubled(),
        findings.stale(),
        findings.forbidden());
    out.printf(
        Locale.ROOT,
        "%d breaches of manners, %d polls of ended feeds%n",
        findings.faults().values().stream().mapToInt(times -> times).sum(),
        findings.beyondTheEnd());
    findings.faults().forEach((what, times) -> out.println("  " + what + ": " + times));
    findings.examples().forEach(example -> out.println("  " + example));
    try {
      out.println(Json.mapper().writeValueAsString(findings));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
