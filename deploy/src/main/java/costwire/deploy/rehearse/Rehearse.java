package costwire.deploy.rehearse;

import java.io.PrintStream;
import java.util.Locale;

/** The way in: rehearses delivering and prints what it showed. */
public final class Rehearse {
  private Rehearse() {}

  /**
   * Rehearses.
   *
   * @param alerts to be told
   * @param subscriptions each with a receiver of its own
   * @param processes that deliver
   * @param kills of one of them each
   * @param speed seconds of the rehearsal to a second
   * @param protocol of the group of processes, {@code streams} or {@code classic}
   * @return whether no rule was broken
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static boolean run(
      int alerts,
      int subscriptions,
      int processes,
      int kills,
      int speed,
      long seed,
      String protocol,
      PrintStream out,
      PrintStream news) {
    RehearsalPlan plan = new RehearsalPlan(alerts, subscriptions, processes, kills, speed, seed);
    Findings findings = new Rehearsal(plan, protocol, news::println).run();
    print(findings, out);
    return findings.isGood();
  }

  private static void print(Findings findings, PrintStream out) {
    findings
        .figures()
        .forEach((figure, count) -> out.printf(Locale.ROOT, "%9d  %s%n", count, figure.words));
    Delays delays = findings.delays();
    out.printf(
        Locale.ROOT,
        "Alerts to receivers that are well: %d ms at the median, %d ms at the 99th percentile;%n"
            + "while no process is down: %d ms and %d ms (%d alerts)%n",
        delays.all(50),
        delays.all(99),
        delays.undisturbed(50),
        delays.undisturbed(99),
        delays.undisturbed());
    findings.examples().forEach(example -> out.println("  " + example));
  }
}
