package costwire.ingest.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
  private static final Draft DRAFT =
      new DraftWriter(Phrases.in("en"), new Random(5)).draft("Alderpeak", 6);

  private static Likeness likeness(String one, String other) {
    return Likeness.of(
        Signature.of(one).orElseThrow().sketch(), Signature.of(other).orElseThrow().sketch());
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
  }

  @Test
  void a_text_too_short_to_tell_has_none() {
    assertThat(Signature.of("")).isEmpty();
    assertThat(Signature.of("No comment. ".repeat(500))).isEmpty();
    assertThat(Signature.of(words(31))).isEmpty();
    assertThat(Signature.of(words(32))).isPresent();
  }

  @Test
  void the_same_text_has_the_same_signature_for_ever() {
    Signature signature = Signature.of(words(200)).orElseThrow();

    assertThat(signature.bands()).hasSize(48).startsWith(5827695901772956990L);
    assertThat(signature.bands()).isEqualTo(Signature.of(words(200)).orElseThrow().bands());
    assertThat(signature.sketch()).isEqualTo(Signature.of(words(200)).orElseThrow().sketch());
  }

  @Test
  void case_and_punctuation_do_not_show() {
    String text = DRAFT.text();

    assertThat(likeness(text, text.toUpperCase(Locale.ROOT).replace(". ", " ! ")).resemblance())
        .isEqualTo(1);
  }

  /** Numbers that readers take for one, and numbers that they do not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,250; 1250; true",
        "1.250; 1,250; true",
        "1 250; 1250; true",
        "1'250'000; 1,250,000; true",
        "1,250.5; 1.250,5; true",
        "٣٤; 34; true",
        "３４; 34; true",
        "3.4; 34; false",
        "3.4; 3.5; false",
        "2024 500; 2024500; false",
        "12; 21; false",
      })
  void a_figure_is_the_same_however_it_is_set(String one, String other, boolean same) {
    String frame = words(60) + " paid %s dollars " + words(20);
    Likeness likeness =
        likeness(String.format(Locale.ROOT, frame, one), String.format(Locale.ROOT, frame, other));

    assertThat(likeness.agreement().share() == 1 && likeness.resemblance() == 1).isEqualTo(same);
  }

  @Test
  void one_other_figure_in_the_same_words_is_no_copy() {
    String frame = words(300) + " paid %s million dollars " + words(20);
    Likeness likeness =
        likeness(String.format(Locale.ROOT, frame, 15), String.format(Locale.ROOT, frame, 340));

    assertThat(likeness.resemblance()).isGreaterThan(0.9);
    assertThat(likeness.isCopy()).isFalse();
  }

  @Test
  void a_text_of_any_length_is_read_in_bounded_space() {
    Sketch sketch = Signature.of(words(2_000_000)).orElseThrow().sketch();

    assertThat(sketch.bytes().limit()).isLessThanOrEqualTo(4 + 144 + 4 * Figures.MOST);
    assertThat(sketch.shingles()).isLessThan(100_000);
  }

  @Test
  void figures_by_the_thousand_are_bounded() {
    String table =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "row" + i + " " + i)
            .collect(Collectors.joining(" "));

    assertThat(Signature.of(table).orElseThrow().sketch().figures()).isEqualTo(Figures.MOST);
    assertThat(likeness(table, table).isCopy()).isTrue();
  }
}
