package costwire.deploy.command;

import costwire.extract.Extractor;
import costwire.ingest.Article;
import costwire.ingest.Reading;
import java.util.Iterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Articles to what an extractor finds in them, on all processors, in the articles' order. */
final class Extraction {
  private final Supplier<Extractor> extractor;
  private final Readings readings;

  /**
   * @param extractor asked for only if there is something to read
   * @param readings told of the articles that the extractor fails on
   */
  Extraction(Supplier<Extractor> extractor, Readings readings) {
    this.extractor = new Once<>(extractor);
    this.readings = readings;
  }

  /** What came of an article: something found, or why nothing could be. */
  private record Outcome<R>(String place, @Nullable R found, @Nullable Throwable failure) {}

  <R> void run(
      Iterator<Reading.Of> articles, BiFunction<Extractor, Article, R> finder, Consumer<R> sink) {
    InOrder.map(articles, read -> find(read, finder), outcome -> take(outcome, sink));
  }

  /** One article that the extractor fails on must not cost the others. */
  private <R> Outcome<R> find(Reading.Of read, BiFunction<Extractor, Article, R> finder) {
    Extractor ready = extractor.get();
    try {
      return new Outcome<>(read.place(), finder.apply(ready, read.article()), null);
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome<>(read.place(), null, e);
    }
  }

  private <R> void take(Outcome<R> outcome, Consumer<R> sink) {
    R found = outcome.found();
    if (found != null) {
      sink.accept(found);
    } else {
      readings.refuse(outcome.place(), "the extractor fails on it: " + outcome.failure());
    }
  }
}
