package costwire.deploy;

import costwire.ingest.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Articles made up by the number, with figures that differ. */
final class Samples {
  private static final Instant DAY = Instant.parse("2025-02-03T08:00:00Z");
  private static final String[] COMPANIES = {"DeepSeek", "OpenAI", "Mistral AI", "Anthropic"};

  private Samples() {}

  static List<Article> articles(int count) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      articles.add(article(i));
    }
    return articles;
  }

  private static Article article(int number) {
    String company = COMPANIES[number % COMPANIES.length];
    String text =
        String.format(
            Locale.ROOT,
            "%s spent $%d million on training its newest language model, the company said on"
                + " Monday. The work took place in a data centre outside the capital.",
            company,
            5 + number);
    Instant at = DAY.plus(Duration.ofHours(number));
    String id = "sample-" + number;
    String url = "https://outlet" + number + ".example/" + id;
    return Article.of(id, company + " trains a model", text)
        .url(url)
        .publisher("outlet" + number)
        .publishedAt(at)
        .fetchedAt(at)
        .language("en")
        .canonicalUrl(url)
        .build();
  }
}
