package costwire.deploy.measure;

import costwire.deploy.Percentile;
import costwire.deploy.measure.OpenLoop.Reply;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was measured of the API, as a table. */
record ApiTable(ApiFigures figures) {
  /** Of all requests together, in milliseconds at the 99th percentile. */
  private static final double REQUEST_GOAL = 50;

  /** Of an event, in milliseconds at the 99th percentile. */
  private static final double EVENT_GOAL = 1_000;

  private static final double NANOS = 1e6;
  private static final double MICROS = 1e3;
  private static final double KILO = 1e3;

  void print(PrintStream out) {
    ApiLoad load = figures.load();
    out.printf(
        Locale.ROOT,
        "%,d companies, %,d claims; %d requests a second for %d s, an article a second%n%n",
        load.companies(),
        load.claims(),
        load.rate(),
        load.seconds());
    requests(out);
    out.println();
    events(out);
    figures.failures().forEach(failure -> out.println("failed: " + failure));
  }

  private void requests(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-42s %9s %8s %8s %8s %8s %9s %9s%n",
        "ms",
        "requests",
        "kB",
        "p50",
        "p99",
        "worst",
        "bare p50",
        "bare p99");
    Map<String, List<Reply>> real = byKind(figures.real());
    Map<String, List<Reply>> bare = byKind(figures.bare());
    real.forEach((kind, replies) -> row(out, kind, replies, bare.getOrDefault(kind, List.of())));
    row(out, "all", figures.real(), figures.bare());
    List<Long> all = nanos(figures.real());
    List<Long> bareAll = nanos(figures.bare());
    out.printf(
        Locale.ROOT,
        "ratio to the bare server: p50 %.1f, p99 %.1f; begun late by %.1f ms at p99%n",
        ratio(all, bareAll, 50),
        ratio(all, bareAll, 99),
        Percentile.of(figures.real().stream().map(Reply::lateness).toList(), 99) / NANOS);
    goal(out, Percentile.of(all, 99) / NANOS, REQUEST_GOAL);
  }

  private static void row(PrintStream out, String kind, List<Reply> replies, List<Reply> bare) {
    List<Long> nanos = nanos(replies);
    List<Long> bareNanos = nanos(bare);
    out.printf(
        Locale.ROOT,
        "%-42s %,9d %8.1f %8.1f %8.1f %8.1f %9.1f %9.1f%n",
        kind,
        replies.size(),
        replies.stream().mapToLong(Reply::bytes).average().orElse(0) / KILO,
        Percentile.of(nanos, 50) / NANOS,
        Percentile.of(nanos, 99) / NANOS,
        Percentile.of(nanos, 100) / NANOS,
        Percentile.of(bareNanos, 50) / NANOS,
        Percentile.of(bareNanos, 99) / NANOS);
  }

  private void events(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-18s %8s %8s %10s %9s %8s %8s %8s%n",
        "ms",
        "clients",
        "events",
        "received",
        "estimates",
        "p50",
        "p99",
        "worst");
    row(out, "/api/stream", figures.stream());
    row(out, "bare server", figures.bareStream());
    List<Long> real = figures.stream().micros();
    List<Long> bare = figures.bareStream().micros();
    out.printf(
        Locale.ROOT,
        "ratio to the bare server: p50 %.1f, p99 %.1f%n",
        ratio(real, bare, 50),
        ratio(real, bare, 99));
    goal(out, Percentile.of(real, 99) / MICROS, EVENT_GOAL);
  }

  private static void row(PrintStream out, String name, Followed followed) {
    out.printf(
        Locale.ROOT,
        "%-18s %,8d %,8d %,10d %,9d %8.1f %8.1f %8.1f%n",
        name,
        followed.clients(),
        followed.events(),
        followed.received(),
        followed.estimates(),
        Percentile.of(followed.micros(), 50) / MICROS,
        Percentile.of(followed.micros(), 99) / MICROS,
        Percentile.of(followed.micros(), 100) / MICROS);
  }

  private static void goal(PrintStream out, double millis, double goal) {
    out.printf(
        Locale.ROOT,
        "goal: p99 below %.0f ms: %s%n",
        goal,
        millis < goal ? "met" : String.format(Locale.ROOT, "missed with %.1f ms", millis));
  }

  private static double ratio(List<Long> real, List<Long> bare, int percent) {
    return (double) Percentile.of(real, percent) / Math.max(1, Percentile.of(bare, percent));
  }

  private static Map<String, List<Reply>> byKind(List<Reply> replies) {
    return replies.stream()
        .collect(
            Collectors.groupingBy(
                reply -> reply.request().kind(), TreeMap::new, Collectors.toList()));
  }

  private static List<Long> nanos(List<Reply> replies) {
    return replies.stream().map(Reply::nanos).toList();
  }
}
