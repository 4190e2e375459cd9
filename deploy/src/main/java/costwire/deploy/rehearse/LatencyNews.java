package costwire.deploy.rehearse;

import costwire.extract.Claim;
import costwire.extract.Extractor;
import costwire.ingest.Article;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Articles that {@link Latency} times: each tells one figure of a company that no other of its
 * articles tells, so that each is worth an alert.
 */
final class LatencyNews {
  /** Figures of a company, from a million dollars to a billion. */
  static final int FIGURES = 26;

  /** Of companies that nobody has heard of. */
  private static final List<String> PLACES =
      List.of(
          "Alderbeck",
          "Birchmoor",
          "Calverdale",
          "Dunmarsh",
          "Elmthorpe",
          "Fennhope",
          "Garrowby",
          "Hexworth",
          "Ingleburn",
          "Kelderwick",
          "Lowmere",
          "Marlstead",
          "Netherby",
          "Ormscar",
          "Penwick",
          "Quarrendale",
          "Rossgill",
          "Skelbrook",
          "Thornholm",
          "Ulverscale");

  private static final List<String> TRADES =
      List.of(
          "AI",
          "Analytics",
          "Compute",
          "Energy",
          "Genomics",
          "Labs",
          "Logistics",
          "Robotics",
          "Software",
          "Systems");

  /** Nearer ones might be roundings of each other: one voice. */
  private static final double APART = 1.3;

  /**
   * A company whose articles the extractor reads as they are meant.
   *
   * @param id as in estimates
   */
  record Company(String name, String id) {}

  private final List<Company> companies = new ArrayList<>();
  private final Clock clock;

  LatencyNews(Clock clock) {
    this.clock = clock;
    Extractor extractor = Extractor.standard();
    for (String place : PLACES) {
      for (String trade : TRADES) {
        String name = place + " " + trade;
        List<Claim> claims = extractor.extract(article(name, "trial", 0));
        if (claims.size() == 1 && name.equals(claims.get(0).company())) {
          companies.add(new Company(name, claims.get(0).companyId()));
        }
      }
    }
  }

  List<Company> companies() {
    return List.copyOf(companies);
  }

  /** How many articles there can be without one that repeats another. */
  int most() {
    return companies.size() * FIGURES;
  }

  /** An article of an outlet of its own. */
  Article article(int number) {
    String company = companies.get(number % companies.size()).name();
    return article(company, "latency-" + number, number / companies.size() % FIGURES);
  }

  private Article article(String company, String id, int figure) {
    double millions = StrictMath.pow(APART, figure);
    String text =
        String.format(
            Locale.ROOT,
            "%s spent $%.2f million on training its newest language model, people familiar with"
                + " the matter told this paper. The work took place in a data centre outside the"
                + " capital.",
            company,
            millions);
    String outlet = id + ".example";
    Instant now = clock.instant();
    return Article.of(id, "What a model took", text)
        .url("https://" + outlet + "/article")
        .publisher(outlet)
        .publishedAt(now)
        .fetchedAt(now)
        .language("en")
        .build();
  }
}
