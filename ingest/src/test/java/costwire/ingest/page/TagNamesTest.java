package costwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"<p>5 < 6</p>", "a<b/>", "<a href='x'>", "</p>", "<", "</", "<<<p"})
  void leavesMarkupAsItIs(String markup) {
    assertThat(TagNames.bounded(markup)).isSameAs(markup);
  }

  @Test
  void breaksNamesThatAreTooLong() {
    assertThat(TagNames.bounded("a<" + "x".repeat(450) + ">b"))
        .isEqualTo("a<" + "x".repeat(200) + " " + "x".repeat(250) + ">b");
    assertThat(TagNames.bounded("</" + "x".repeat(300)))
        .isEqualTo("</" + "x".repeat(200) + " " + "x".repeat(100));
  }

  @Test
  void leavesLongTextBehindABracketThatOpensNoTag() {
    String text = "1 <2" + "x".repeat(500);
    assertThat(TagNames.bounded(text)).isSameAs(text);
  }
}
