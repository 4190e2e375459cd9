package costwire.deploy.serve;

import costwire.aggregate.Estimate;
import costwire.aggregate.Estimate.Interval;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Estimates by the number, each as long as a well-known company's. */
final class ManyCompanies {
  private static final Instant DAY = Instant.parse("2025-06-01T00:00:00Z");
  private static final int LINES = 3;
  private static final int EVIDENCE = 20;
  private static final int MOMENTS = 8;

  private ManyCompanies() {}

  static Stream<Estimate> estimates(int count) {
    return IntStream.range(0, count).mapToObj(ManyCompanies::estimate);
  }

  private static Estimate estimate(int number) {
    String name = String.format(Locale.ROOT, "Company %04d", number);
    List<Estimate.Line> lines =
        IntStream.range(0, LINES).mapToObj(line -> line(number, line)).toList();
    return new Estimate(name, "company-" + number, DAY, null, null, lines);
  }

  private static Estimate.Line line(int number, int place) {
    long dollars = 10_000L + 7_919L * number * (place + 1);
    Interval usd = interval(dollars);
    return new Estimate.Line(
        "Model " + number + "." + place,
        Scope.values()[place],
        usd,
        List.of(),
        new Estimate.Stated(usd.low(), usd.best(), usd.high(), EVIDENCE, EVIDENCE, EVIDENCE),
        null,
        Estimate.Agreement.values()[number % 4],
        BigDecimal.valueOf(2),
        IntStream.range(0, EVIDENCE).mapToObj(i -> evidence(number, place, i)).toList(),
        IntStream.range(0, MOMENTS).mapToObj(i -> moment(i, dollars + 1_000L * i)).toList(),
        List.of(),
        List.of());
  }

  private static Estimate.Evidence evidence(int number, int place, int i) {
    String id = String.format(Locale.ROOT, "%024d", (number * LINES + place) * EVIDENCE + i);
    return new Estimate.Evidence(id, BigDecimal.ONE, "outlet-" + i + ": " + i + " USD");
  }

  private static Estimate.Moment moment(int day, long dollars) {
    return new Estimate.Moment(
        DAY.plusSeconds(86_400L * day), usd(dollars / 2), usd(dollars), usd(dollars * 2));
  }

  private static Interval interval(long dollars) {
    return new Interval(usd(dollars / 2), usd(dollars), usd(dollars * 2));
  }

  private static BigDecimal usd(long dollars) {
    return BigDecimal.valueOf(dollars);
  }
}
