package costwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 150, 199, 200, 201, 399, 1_000})
  void seesLongNamesWhereverTheyStand(int before) {
    for (String opening : List.of("<", "</", "<a<", "</b<c<")) {
      String start = "z ".repeat(before / 2) + opening;
      assertThat(TagNames.areShort(start + "x".repeat(300) + ">b")).as(opening).isFalse();
      assertThat(TagNames.areShort(start + "x".repeat(150) + ">b" + start)).as(opening).isTrue();
    }
  }

  @Test
  void namesWithBracketsInThemAreBrokenOnce() {
    assertThat(TagNames.bounded("<a".repeat(150) + ">").chars().filter(c -> c == ' ').count())
        .isOne();
  }

  @Test
  void longRunsThatAreNoNamesAreShort() {
    String text =
        "<a href=\"" + "y".repeat(5_000) + "\">" + "漢".repeat(900) + "<p>" + "w".repeat(99);
    assertThat(TagNames.areShort(text)).isTrue();
  }
}
