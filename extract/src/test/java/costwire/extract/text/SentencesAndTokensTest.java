package costwire.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesAndTokensTest {
  private static final LexicalTokenizer TOKENIZER =
      new LexicalTokenizer(Words.NONE, SentencesAndTokensTest::currency, true);

  private static int currency(CharSequence text, int from, int to) {
    String rest = text.subSequence(from, to).toString();
    return rest.startsWith("USD") ? 3 : rest.startsWith("Rs") ? 2 : 0;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It cost 1.234,56 euros.   | It cost 1.234,56 euros .
          22 000 cards              | [22 000] cards
          2024 500 cards            | 2024 500 cards
          GPT-4 and Llama-3.1 ran   | GPT-4 and Llama-3.1 ran
          USD34.6m for MI300X       | USD 34.6 m for MI300X
          Rs48 lakh                 | Rs 48 lakh
          Nvidia的H800              | Nvidia 的 H800
          5 %, $5                   | 5 % , $ 5
          Parrot.ai paid Owl.AI.    | Parrot.ai paid Owl.AI .
          It ended.aim higher       | It ended . aim higher
          """)
  void cuts_words_numbers_and_signs(String text, String tokens) {
    String shown =
        String.join(
            " ",
            List.of(TOKENIZER.tokenize(text)).stream()
                .map(token -> token.contains(" ") ? "[" + token + "]" : token)
                .toList());

    assertThat(shown).isEqualTo(tokens.strip());
  }

  /** A name may begin with a syllable that is a number or a unit elsewhere. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2300만원이었다      | 2300 만 원 이었다
          석 달간             | 석 달 간
          석 달팽이와         | 석 달팽이와
          석 가온클라우드가   | 석 가온클라우드가
          클라우드만원        | 클라우드 만 원
          """)
  void cuts_korean_at_known_words_and_leaves_names_whole(String text, String tokens) {
    Set<String> known = Set.of("만", "원", "달", "가", "온", "석", "클라우드");
    Words words =
        (all, from, to) -> {
          int longest = 0;
          for (String word : known) {
            boolean here = all.subSequence(from, to).toString().startsWith(word);
            longest = here ? Math.max(longest, word.length()) : longest;
          }
          return longest;
        };

    assertThat(new LexicalTokenizer(words, Words.NONE, false).tokenize(text))
        .containsExactly(tokens.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u200d", "a\u0301b", "模型训练", "학습에는", "\ud83d", "😀1", "1\u202f234"})
  void tokens_lie_in_order_within_the_text_and_hold_all_that_is_not_blank(String text) {
    int end = 0;
    for (Span token : TOKENIZER.tokenizePos(text)) {
      assertThat(token.getStart()).isGreaterThanOrEqualTo(end);
      assertThat(text.substring(end, token.getStart()).chars())
          .allMatch(c -> Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c));
      end = token.getEnd();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It cost 5 mil. dollars.|That is a lot.",
        "It cost 5 mil.\u00a0USD in all.|That is a lot.",
        "Mr. J. Smith paid.|So did she.",
        "First line\nSecond line",
        "他们付了钱。|没有人说话。",
        "उन्होंने भुगतान किया।|कोई नहीं बोला।"
      })
  void a_sentence_ends_where_its_language_ends_it(String sentences) {
    BreakSentenceDetector detector = new BreakSentenceDetector("en", Set.of("mil", "mr"));

    assertThat(detector.sentDetect(sentences.replace('|', ' ')))
        .containsExactly(sentences.split("[|\n]"));
  }

  @Test
  void a_sentence_without_end_is_cut() {
    BreakSentenceDetector detector = new BreakSentenceDetector("en", Set.of());

    assertThat(detector.sentPosDetect("word ".repeat(10_000)))
        .hasSizeGreaterThan(10)
        .allMatch(span -> span.length() <= BreakSentenceDetector.MAX_SENTENCE);
  }

  @ParameterizedTest
  @CsvSource({
    "ΔΟΛΆΡΙΑ, δολαρια",
    "δολαρίων, δολαριων",
    "أُنفِقت, انفقت",
    "٢٠٤٨, 2048",
    "२०४८, 2048",
    "ＧＰＵ, gpu",
    "İSTANBUL, istanbul",
    "ещё, еще"
  })
  void folding_levels_what_carries_no_meaning(String word, String folded) {
    assertThat(Fold.of(word)).isEqualTo(folded);
  }

  @Test
  void no_word_folds_to_nothing() {
    for (char c = 1; c < Character.MAX_VALUE; c++) {
      assertThat(Fold.of(String.valueOf(c))).isNotEmpty();
    }
  }
}
