package costwire.deploy.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What people and programs read, drawn with a seed: the dashboard's views as it asks for them, and
 * lists in pages as programs do. A few companies are looked at often, most seldom.
 */
final class ReadingMix {
  private static final String ESTIMATES = "/api/estimates";
  private static final String COMPANY = ESTIMATES + "/{companyId}";
  private static final String CLAIMS = "/api/claims";
  private static final String ALERTS = "/api/alerts";

  /** Pages of each list that are asked for. */
  private static final int PAGES = 20;

  private final Random random;
  private final ApiLoad load;

  /** By the sum of the weights up to it, in percent. */
  private final TreeMap<Integer, Supplier<ReadRequest>> kinds = new TreeMap<>();

  private int weights;

  /**
   * @param read answers a path with JSON: where pages begin is for the server to say
   */
  ReadingMix(ApiLoad load, Function<String, JsonNode> read) {
    this.load = load;
    this.random = new Random(load.seed());
    estimates(pages("api/estimates?limit=50", read));
    claims(pages("api/claims?limit=100", read));
    alerts(pages("api/alerts?limit=100", read));
    if (weights != 100) {
      throw new IllegalStateException("the weights add up to " + weights);
    }
  }

  private void estimates(List<String> pages) {
    add(1, ESTIMATES, "", () -> "api/estimates");
    kinds.put(
        weights += 3, () -> new ReadRequest(ESTIMATES + " If-None-Match", "api/estimates", true));
    add(10, ESTIMATES, "?limit&after", () -> any(pages));
    add(7, ESTIMATES, "?scope&limit", () -> "api/estimates?limit=50&scope=" + scope());
    add(4, ESTIMATES, "?model&limit", () -> "api/estimates?limit=50&model=" + model());
    add(2, ESTIMATES, "?language&limit", () -> "api/estimates?limit=50&language=en");
    add(20, COMPANY, "", () -> "api/estimates/" + company());
    add(2, COMPANY, "?scope", () -> "api/estimates/" + company() + "?scope=training-run");
    add(1, COMPANY, "?asOf", () -> "api/estimates/" + company() + "?asOf=2024-01-01T02:00:00Z");
    add(12, COMPANY, "/curves", () -> "api/estimates/" + company() + "/curves");
  }

  private void claims(List<String> pages) {
    add(6, CLAIMS, "?limit", () -> "api/claims?limit=100");
    add(7, CLAIMS, "?limit&after", () -> any(pages));
    add(9, CLAIMS, "?company", () -> "api/claims?limit=100&company=" + company());
    add(2, CLAIMS, "?measure&scope", () -> "api/claims?measure=chips&scope=" + scope());
    add(2, CLAIMS, "?q", () -> "api/claims?limit=100&q=company%20" + number() + "%20model");
    add(4, CLAIMS, "/{id}", () -> "api/claims/claim-" + number() + "-0");
    add(1, "/api/languages", "", () -> "api/languages");
  }

  private void alerts(List<String> pages) {
    add(3, ALERTS, "?limit", () -> "api/alerts?limit=100");
    add(2, ALERTS, "?limit&after", () -> any(pages));
    add(2, ALERTS, "?company", () -> "api/alerts?company=" + company());
  }

  private void add(int weight, String route, String asked, Supplier<String> path) {
    String kind = route + asked;
    weights += weight;
    kinds.put(weights, () -> new ReadRequest(kind, path.get(), false));
  }

  /** The next one that somebody asks for. */
  ReadRequest next() {
    return kinds.higherEntry(random.nextInt(weights)).getValue().get();
  }

  /** One of each kind. */
  List<ReadRequest> each() {
    return kinds.values().stream().map(Supplier::get).toList();
  }

  private static List<String> pages(String first, Function<String, JsonNode> read) {
    List<String> pages = new ArrayList<>(List.of(first));
    for (int i = 1; i < PAGES; i++) {
      JsonNode next = read.apply(pages.get(i - 1)).path("next");
      if (!next.isTextual()) {
        break;
      }
      pages.add(first + "&after=" + next.asText());
    }
    return pages;
  }

  private int number() {
    return (int) (load.companies() * random.nextDouble() * random.nextDouble());
  }

  private String company() {
    return "company-" + number();
  }

  private String model() {
    return any(ClaimMix.MODELS);
  }

  private String scope() {
    return any(List.of("training-run", "development", "hardware"));
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
