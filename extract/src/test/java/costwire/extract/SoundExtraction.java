package costwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Article;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds of everything that is read out of an article, whatever the article is. */
final class SoundExtraction {
  private SoundExtraction() {}

  static void check(Article article, List<Claim> claims, List<Entity> entities) {
    int end = 0;
    boolean inText = false;
    for (Claim claim : claims) {
      place(article, claim.in(), claim.start(), claim.end(), claim.quote());
      figures(claim.low(), claim.best(), claim.high());
      assertThat(claim.confidence()).isBetween(0.0, 1.0);
      assertThat(claim.sentence()).contains(claim.quote());
    }
    for (Entity entity : entities) {
      place(article, entity.in(), entity.start(), entity.end(), entity.quote());
      if (entity.unit() != null) {
        figures(entity.low(), entity.best(), entity.high());
        assertThat(entity.bound()).isNotNull();
      }
      if (!inText && entity.in().equals("text")) {
        inText = true;
        end = 0;
      }
      assertThat(entity.start()).as("entities stand in order").isGreaterThanOrEqualTo(end);
      end = entity.end();
    }
  }

  private static void place(Article article, String in, int start, int end, String quote) {
    assertThat(in).isIn("title", "text");
    String field = in.equals("title") ? article.title() : article.text();
    assertThat(start).isNotNegative().isLessThan(end);
    assertThat(end).isLessThanOrEqualTo(field.length());
    assertThat(quote).isEqualTo(field.substring(start, end));
  }

  private static void figures(
      @Nullable BigDecimal low, @Nullable BigDecimal best, @Nullable BigDecimal high) {
    List<BigDecimal> figures = Stream.of(low, best, high).filter(f -> f != null).toList();
    assertThat(figures).as("low, best, high").isNotEmpty().isSorted();
    assertThat(figures).allMatch(figure -> figure.signum() >= 0);
  }
}
