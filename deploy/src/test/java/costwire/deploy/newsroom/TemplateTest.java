package costwire.deploy.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final Map<String, Object> VALUES =
      Map.of(
          "title",
          "R&D \"for\" <$6m>",
          "names",
          List.of("a", "b"),
          "none",
          List.of(),
          "outlets",
          List.of(
              Map.of("name", "x", "stories", List.of("1", "2")),
              Map.of("name", "y", "stories", List.of())));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          plain { } text                                             | plain { } text
          <h1>{{title}}</h1>                                         | <h1>R&amp;D &quot;for&quot; &lt;$6m&gt;</h1>
          {{&title}}                                                 | R&D "for" <$6m>
          {{#names}}<{{.}}>{{/names}}                                | <a><b>
          {{#none}}x{{/none}}y                                       | y
          {{#outlets}}{{name}}:{{#stories}}{{.}},{{/stories}};{{/outlets}} | x:1,2,;y:;
          {{#names}}{{.}}{{&title}}{{/names}}                        | aR&D "for" <$6m>bR&D "for" <$6m>
          """,
      delimiter = '|')
  void fills(String source, String expected) {
    assertThat(new Template("t", source).fill(VALUES)).isEqualTo(expected);
  }

  @Test
  void saysWhichNameHasNoValue() {
    assertThatThrownBy(() -> new Template("page.html", "{{titel}}").fill(VALUES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("page.html names titel, which has no value");
  }

  @ParameterizedTest
  @CsvSource({"{{title", "{{#names}}x"})
  void saysWhatIsLeftOpen(String source) {
    assertThatThrownBy(() -> new Template("page.html", source).fill(VALUES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("page.html lacks ");
  }
}
