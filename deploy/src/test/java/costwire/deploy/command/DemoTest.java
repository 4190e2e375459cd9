package costwire.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole line, from the newsroom's feeds to the table. */
class DemoTest {
  private static final Pattern TOTALS =
      Pattern.compile("(\\d+) articles, (\\d+) claims in (\\d+) languages, (\\d+) companies");

  @Test
  void takesEverySampleArticleThroughTheWholeLine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Root.execute(
            new String[] {"demo", "--once"},
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));

    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(status).isZero();
    String table = out.toString(UTF_8);
    assertThat(table).contains("DeepSeek", "OpenAI");
    Matcher totals = TOTALS.matcher(table);
    assertThat(totals.find()).as(table).isTrue();
    assertThat(Integer.parseInt(totals.group(1))).isGreaterThanOrEqualTo(16);
    assertThat(Integer.parseInt(totals.group(3))).isGreaterThanOrEqualTo(12);
  }
}
