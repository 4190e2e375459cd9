package costwire.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.stream.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.util.normalizer.AggregateCharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrigramsTest {
  /** Beginnings of articles are compared, for short ones are the hardest to tell. */
  private static final int[] LENGTHS = {12, 40, 150, 1_000};

  private static final int EACH = 6;

  private static final AggregateCharSequenceNormalizer NORMALIZER =
      new AggregateCharSequenceNormalizer(
          EmojiCharSequenceNormalizer.getInstance(),
          UrlCharSequenceNormalizer.getInstance(),
          TwitterCharSequenceNormalizer.getInstance(),
          NumberCharSequenceNormalizer.getInstance(),
          ShrinkCharSequenceNormalizer.getInstance());

  private static LanguageDetectorME detector;
  private static Trigrams trigrams;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = TrigramsTest.class.getResourceAsStream("/langdetect-183.bin")) {
      LanguageDetectorModel model = new LanguageDetectorModel(Objects.requireNonNull(in));
      detector = new LanguageDetectorME(model);
      trigrams = new Trigrams((AbstractModel) model.getMaxentModel());
    }
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void answers_as_the_detector_does(Path corpus) throws IOException {
    for (String line : Files.readAllLines(corpus).subList(0, EACH)) {
      JsonNode article = Json.mapper().readTree(line);
      String text = article.path("title").asText() + "\n" + article.path("text").asText();
      for (int length : LENGTHS) {
        String beginning = text.substring(0, Math.min(length, text.length()));
        assertThat(trigrams.best(beginning))
            .as(beginning)
            .isEqualTo(detector.predictLanguage(beginning).getLang());
      }
    }
  }

  private static List<Path> corpora() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("corpus"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "see http://mill.example/a?b=1#c or write to me@mill.example now",
        "@mill #tag RT rt: RT @mill art rt",
        "well :-) :) ;-p xD expects the GPT-4 -- 12 345,67",
        "hahaha Hahahah HEHE jojo hhaahhaa",
        "aaaaAA bbb \u212ak\u212aK \u017fsSs ---- ..... \u2028\u2028\u2028",
        "  \t\t a \u00a0\u00a0 b \n\n\n c  ",
        "up \ud83d\ude80\ud83d\ude80 and \ud83d alone, \uff21\uff11 \ufb01ne \udbff\udfff",
        "\u0130stanbul \u0131\u0130\u0130\u0130 \u0661\u0662\u0663"
      })
  void answers_as_the_detector_does_where_it_normalizes(String text) {
    assertThat(trigrams.best(text)).isEqualTo(detector.predictLanguage(text).getLang());
    String told = "The company paid for the machines with borrowed money. " + text;
    assertThat(OpenNlpText.of(told)).isEqualTo(NORMALIZER.normalize(told).toString());
  }
}
