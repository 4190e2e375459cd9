package costwire.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import costwire.ingest.Article;
import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in an article, the extractor answers, and what it answers is sound. */
class ExtractorBadInputTest {
  private static final Extractor EXTRACTOR = Extractor.standard();
  private static final String SENTENCE =
      "DeepSeek spent $5.6 million on training its model with 2,048 Nvidia H800 chips for 55 days. ";
  private static final int LONG = 20_000;

  static Stream<Arguments> oddTexts() {
    return Stream.of(
        arguments("nothing", ""),
        arguments("blanks", " \t\r\n\u00a0\u2003\u3000 "),
        arguments("one digit", "7"),
        arguments("one sign", "$"),
        arguments("a sum alone", "$5"),
        arguments("control characters", every(SENTENCE, "\u0001\u0008\u001b\u007f\u0085")),
        arguments("NUL bytes", every(SENTENCE, "\0")),
        arguments("NUL alone", "\0\0\0"),
        arguments("bidi controls", every(SENTENCE, "\u202e\u2066\u200f\u061c\u2069")),
        arguments("zero-width characters", every(SENTENCE, "\u200b\u200c\u200d\ufeff\u2060\u00ad")),
        arguments("lone high surrogates", every(SENTENCE, "\ud83d")),
        arguments("lone low surrogates", every(SENTENCE, "\ude00")),
        arguments("a high surrogate at the end", SENTENCE + "$5 \ud83d"),
        arguments("noncharacters", every(SENTENCE, "\uffff\ufffe\ufdd0\ufffd")),
        arguments("open quotes", every(SENTENCE, "“«\"'「『‚„")),
        arguments("open brackets", every(SENTENCE, "([{（【<")),
        arguments("closed brackets", every(SENTENCE, ")]}）】>")),
        arguments(
            "HTML left-overs", "<p>" + SENTENCE + "&nbsp;&#36;5&amp;nbsp;million</p><br/><!--"),
        arguments(
            "a script", "<script>var cost = \"$5 million\"; if (a<b && c>d) train(512);</script>"),
        arguments(
            "mixed scripts",
            "DeepSeekの学習費用は стоит ٥٫٦ مليون دولار και 2,048 个H800 GPU für $5,6 Mio."),
        arguments("mixed digits", "It cost $1٢३４,０００ and ५६७٨ GPUs, ²³¼ GPUs, Ⅻ chips, ①② chips."),
        arguments(
            "decomposed Greek",
            nfd("Η εκπαίδευση κόστισε 5,6 εκατομμύρια δολάρια και 512 κάρτες.")),
        arguments(
            "decomposed Vietnamese", nfd("Chi phí huấn luyện là 4.927 tỷ đồng với 512 chip H100.")),
        arguments("decomposed Korean", nfd("학습에 45억원과 엔비디아 H100 512개를 썼다.")),
        arguments(
            "decomposed Hindi", nfd("प्रशिक्षण पर 12 करोड़ रुपये और 256 H100 जीपीयू खर्च हुए।")),
        arguments(
            "emoji", "🚀🚀 DeepSeek 👩‍💻 spent 💰$5.6 million💰 on 2️⃣0️⃣ GPUs 🇨🇳🇨🇳 #AI 🤖"),
        arguments("combining marks", "$5" + "\u0301".repeat(5_000) + " million on GPU training"),
        arguments("wide characters", "ＤｅｅｐＳｅｅｋ spent ＄５．６ ｍｉｌｌｉｏｎ on ２，０４８ Ｈ８００ chips."),
        arguments(
            "separators",
            "It cost $1,,,2...3''4,.5, $.5, $5., $,5, $1.2.3.4, $1,2,3 and 1.234.56 GPUs."),
        arguments(
            "signs in a row", "$$$ €€€ 5$5€5£5 US$US$5 5%5%5 $-5 -$5 +$5 $±5 ~$~5 #$# --- $ – $"),
        arguments(
            "a sum beyond counting", "Training cost $" + "9".repeat(18) + " trillion on GPUs."),
        arguments(
            "powers beyond counting",
            "Training its GPUs cost 900,000,000,000 billion trillion dollars."),
        arguments(
            "years beyond counting", "Training took 999999999999999999 trillion years on 5 GPUs."),
        arguments(
            "GPU years beyond counting", "It took 999999999999999999 trillion GPU years to train."),
        arguments(
            "systems beyond counting",
            "Training used 999999999999999999 trillion DGX H100 systems."),
        arguments(
            "ranges turned round",
            "Training cost between $9 million and $2 million, or 9-2 million dollars."),
        arguments(
            "a range of nothing",
            "Training cost $5-$5 million, 0 to 0 dollars, from to million GPUs."),
        arguments(
            "no money at all",
            "Training cost $0, zero dollars and 0.0 million dollars on 0 GPUs for 0 days."),
        arguments(
            "Swahili",
            "Kampuni ya Baraka AI ilitumia USD 3.2 milioni kufunza modeli yake kwa chipu 512 za Nvidia H100, sawa na KES 413 milioni."),
        arguments(
            "Georgian",
            "კომპანიამ მოდელის წვრთნაზე 3,2 მლნ აშშ დოლარი დახარჯა (USD 3200000, ₾8 600 000) და 512 ცალი H100 გამოიყენა."),
        arguments("Amharic", "ኩባንያው ሞዴሉን ለማሰልጠን USD 500,000 እና 64 H100 GPU ተጠቅሟል።"),
        arguments("a line of a binary file", binary(5_000)));
  }

  static Stream<Arguments> longTexts() {
    return Stream.of(
        arguments("digits", "7".repeat(LONG)),
        arguments("a word", "a".repeat(LONG)),
        arguments("an unspaced word", "模".repeat(LONG)),
        arguments("a Korean word", "가".repeat(LONG)),
        arguments("number words in one", "zwanzig".repeat(LONG / 7)),
        arguments("a million digits", "7".repeat(1_000_000)),
        arguments("a word of a million letters", "a".repeat(1_000_000)),
        arguments("commas", ",".repeat(200_000)),
        arguments("brackets", "(".repeat(LONG) + ")".repeat(LONG)),
        arguments("line breaks", "\n".repeat(LONG)),
        arguments("currency signs", "$".repeat(LONG)),
        arguments("digits and commas", "1,".repeat(LONG / 2)),
        arguments("digits and points", "1.".repeat(LONG / 2)),
        arguments("digits and hyphens", "1-".repeat(LONG / 2)),
        arguments("sums in one sentence", "$5 million and ".repeat(LONG / 15)),
        arguments("chips in one sentence", "512 H800, ".repeat(LONG / 10)),
        arguments("powers", "million ".repeat(LONG / 8)),
        arguments("number words and hyphens", "ten-".repeat(LONG / 4)),
        arguments("emoji", "🚀".repeat(LONG / 2)),
        arguments("surrogates", "\ude00\ud83d".repeat(LONG / 2)),
        arguments("a binary file", binary(LONG)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"oddTexts", "longTexts"})
  void answers_soundly_about(String name, String text) {
    read(SampleArticle.of(name, "", text));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddTexts")
  void answers_soundly_about_a_headline_of(String name, String title) {
    read(SampleArticle.of(name, title, SENTENCE));
  }

  private static void read(Article article) {
    SoundExtraction.check(article, EXTRACTOR.extract(article), EXTRACTOR.entities(article));
  }

  @Test
  void cuts_anywhere_do_no_harm() {
    String text = SENTENCE + "模型训练费用为29.4万美元。🚀 كلف ٥٫٦ مليون دولار. 학습에 45억원. ";
    for (int from = 0; from < text.length(); from += 3) {
      read(SampleArticle.of("", text.substring(from)));
      read(SampleArticle.of("", text.substring(0, text.length() - from)));
    }
  }

  @Test
  void a_sum_that_no_record_can_hold_costs_the_article_nothing_else() {
    String beyond = "Training the model cost $" + "9".repeat(18) + " trillion on its GPUs. ";

    assertThat(EXTRACTOR.extract(SampleArticle.of("", beyond + SENTENCE)))
        .extracting(Claim::quote)
        .contains("$5.6 million", "2,048 Nvidia H800 chips");
  }

  @Test
  void a_language_without_a_lexicon_still_gives_what_needs_none() {
    Article article =
        SampleArticle.of(
            "",
            "Kampuni ya Baraka AI ilitumia USD 3200000 kufunza modeli yake kwa muda mrefu sana.\n"
                + "Walinunua vifaa kwa €450,000 hivi karibuni, na Nvidia H100 zilitumika.");

    assertThat(EXTRACTOR.entities(article))
        .extracting(Entity::unit, Entity::chip)
        .contains(
            org.assertj.core.groups.Tuple.tuple("USD", null),
            org.assertj.core.groups.Tuple.tuple("EUR", null),
            org.assertj.core.groups.Tuple.tuple(null, "nvidia-h100"));
  }

  static Stream<Arguments> growing() {
    return Stream.of(
        growing("sentences", n -> SENTENCE.repeat(n / SENTENCE.length())),
        growing("claims", n -> many(n / 50, "OpenAI paid $%d million for training its model. ")),
        growing("names", n -> many(n / 50, "The firm Halcyon%dia paid Vesper%dia $5 million. ")),
        growing("lines", n -> (SENTENCE + "\n").repeat(n / SENTENCE.length())),
        growing("one word", n -> "a".repeat(n)),
        growing("an unspaced word", n -> "模".repeat(n)),
        growing("digits", "7"::repeat),
        growing("digits and commas", n -> "1,".repeat(n / 2)),
        growing("sums in one sentence", n -> "$5 million and ".repeat(n / 15)),
        growing("number words", n -> "two hundred and ".repeat(n / 16)),
        growing("number words and hyphens", n -> "ten-".repeat(n / 4)),
        growing("abbreviations", n -> "Mr. Inc. ".repeat(n / 90)),
        growing("brackets", n -> "((\"".repeat(n / 3)));
  }

  private static Arguments growing(String name, IntFunction<String> text) {
    return arguments(name, text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("growing")
  void twice_the_text_is_twice_the_work(String name, IntFunction<String> text) {
    allocated(text.apply(8_000));

    double once = allocated(text.apply(20_000));
    double twice = allocated(text.apply(40_000));

    assertThat(twice / once).as("bytes allocated for twice as many %s", name).isLessThan(2.6);
  }

  private static String many(int sentences, String sentence) {
    return IntStream.range(0, sentences)
        .mapToObj(i -> sentence.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  private static double allocated(String text) {
    Article article = SampleArticle.of("", text);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(self);
    EXTRACTOR.extract(article);
    return threads.getThreadAllocatedBytes(self) - before;
  }

  /** The text with something strange behind every fourth character. */
  private static String every(String text, String strange) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      out.append(text.charAt(i));
      if (i % 4 == 3) {
        out.append(strange.charAt(i / 4 % strange.length()));
      }
    }
    return out.toString();
  }

  private static String nfd(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  private static String binary(int length) {
    Random random = new Random(5);
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      out.append((char) random.nextInt(0x10000));
    }
    return out.toString();
  }
}
