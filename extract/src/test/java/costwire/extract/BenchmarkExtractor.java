package costwire.extract;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.extract.catalogue.Catalogue;
import costwire.extract.lexicon.Currencies;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Lexicons;
import costwire.extract.text.BreakSentenceDetector;
import costwire.extract.text.LexicalTokenizer;
import costwire.ingest.Article;
import costwire.stream.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.tokenize.Tokenizer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Extraction against what OpenNLP takes alone for the language, sentences and tokens of the same
 * articles: {@code mvn -q -pl extract -am -Pbenchmark clean process-test-classes}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 6)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class BenchmarkExtractor {
  private static final Path CORPUS = Path.of("corpus");
  private static final Path IRRELEVANT = Path.of("src/test/resources/benchmark/irrelevant.jsonl");
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pl", "ru", "ja");
  private static final int EACH = 4;

  /** {@code relevant}: with claims; {@code irrelevant}: other news with a few sums of money. */
  @Param({"relevant", "irrelevant"})
  public String articles = "";

  private final List<Article> read = new ArrayList<>();
  private final Map<String, SentenceDetector> sentences = new HashMap<>();
  private final Map<String, Tokenizer> tokenizers = new HashMap<>();
  private @Nullable LanguageDetector detector;

  /** Compares; the ratios come last. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(BenchmarkExtractor.class.getSimpleName()).build())
            .run();
    for (String articles : List.of("relevant", "irrelevant")) {
      double ratio = score(results, "extract", articles) / score(results, "baseline", articles);
      System.out.println(
          String.format(Locale.ROOT, "%s: %.2f times the baseline", articles, ratio));
    }
  }

  private static double score(Collection<RunResult> results, String benchmark, String articles) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .filter(result -> articles.equals(result.getParams().getParam("articles")))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }

  @Setup
  public void read() throws IOException {
    if (articles.equals("relevant")) {
      for (String language : LANGUAGES) {
        add(Files.readAllLines(CORPUS.resolve(language + ".jsonl")), EACH);
      }
    } else {
      add(Files.readAllLines(IRRELEVANT), Integer.MAX_VALUE);
    }
    try (InputStream model = getClass().getResourceAsStream("/langdetect-183.bin")) {
      detector = new LanguageDetectorME(new LanguageDetectorModel(Objects.requireNonNull(model)));
    }
  }

  private void add(List<String> lines, int most) throws IOException {
    Lexicons lexicons = new Lexicons();
    Catalogue catalogue = Catalogue.standard();
    for (String line : lines.subList(0, Math.min(most, lines.size()))) {
      JsonNode json = Json.mapper().readTree(line);
      String language = json.path("lang").asText();
      read.add(
          SampleArticle.in(
              language,
              json.path("id").asText(),
              json.path("title").asText(),
              json.path("text").asText()));
      Lexicon lexicon = lexicons.of(language);
      sentences.put(language, new BreakSentenceDetector(language, lexicon.abbreviations()));
      tokenizers.put(
          language,
          new LexicalTokenizer(
              lexicon.words().or(catalogue.words()),
              Currencies.standard().prefixes(),
              lexicon.groupsBySpace()));
    }
  }

  /** Language, sentences and tokens alone. */
  @Benchmark
  public void baseline(Blackhole out) {
    for (Article article : read) {
      String text = article.title() + "\n" + article.text();
      out.consume(Objects.requireNonNull(detector).predictLanguage(text));
      String language = Objects.requireNonNull(article.language());
      for (String sentence : Objects.requireNonNull(sentences.get(language)).sentDetect(text)) {
        out.consume(Objects.requireNonNull(tokenizers.get(language)).tokenizePos(sentence));
      }
    }
  }

  @Benchmark
  public void extract(Blackhole out) {
    for (Article article : read) {
      out.consume(Extractor.standard().extract(article));
    }
  }
}
