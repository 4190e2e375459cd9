package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Article;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserTablesTest {
  @TempDir Path folder;

  @Test
  void goBeforeThoseThatComeAlong() throws IOException {
    Path file =
        written(
            "<Cube><Cube time='2026-05-05'><Cube currency='USD' rate='2'/>"
                + "<Cube currency='CNY' rate='4'/></Cube></Cube>");
    Article article =
        Article.of("a", "", "Acme trained its model for 40 million yuan.")
            .publishedAt(Instant.parse("2026-05-05T00:00:00Z"))
            .language("en")
            .build();
    assertThat(UserTables.extractor(file).extract(article))
        .extracting(claim -> Objects.requireNonNull(claim.usd()).rate())
        .containsExactly(new BigDecimal("0.5"));
  }

  @Test
  void areRefusedInOneLineThatNamesTheFile() throws IOException {
    Path file = written("chips for everybody");
    assertThatThrownBy(() -> UserTables.extractor(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> UserTables.estimator(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> UserTables.extractor(folder.resolve("none")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot be read");
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("table"), text);
  }
}
