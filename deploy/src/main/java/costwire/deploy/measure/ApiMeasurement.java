package costwire.deploy.measure;

import costwire.deploy.measure.OpenLoop.Reply;
import costwire.deploy.measure.ServingMain.Word;
import costwire.deploy.measure.ServingProcess.Sent;
import java.io.PrintStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The API and its stream of events under load. The servers are in a process of their own, the
 * clients in this one; both share the machine.
 */
public final class ApiMeasurement {
  /** Articles of the stream before those that count. */
  private static final int FIRST_ARTICLES = 3;

  private static final int TOLD_EVERY = 100;

  private final ApiLoad load;
  private final PrintStream news;

  private ApiMeasurement(ApiLoad load, PrintStream news) {
    this.load = load;
    this.news = news;
  }

  /**
   * Measures and prints a table.
   *
   * @param news told how far it is
   * @return whether every request was answered and every event received once
   * @throws costwire.deploy.Refusal if the system lets nobody have so many connections
   */
  public static boolean print(ApiLoad load, PrintStream out, PrintStream news) {
    OpenFiles.require(load.clients());
    ApiFigures figures = new ApiMeasurement(load, news).run();
    new ApiTable(figures).print(out);
    return figures.failures().isEmpty();
  }

  private ApiFigures run() {
    int reading = load.warmUp() + load.seconds();
    int following = FIRST_ARTICLES + load.seconds();
    news.printf(Locale.ROOT, "%,d claims on %,d companies…%n", load.claims(), load.companies());
    try (ServingProcess process =
        new ServingProcess(load, 2 * (reading + following), this::estimated)) {
      Answers answers = new Answers(process.real());
      ReadingMix mix = new ReadingMix(load, answers::json);
      Map<String, Integer> lengths = lengths(mix, answers);
      news.printf(Locale.ROOT, "%d requests a second…%n", load.rate());
      List<Reply> real = read(process, process.real(), mix, ReadRequest::path);
      news.println("the same of the bare server…");
      List<Reply> bare =
          read(process, process.bare(), mix, asked -> "bytes/" + lengths.get(asked.kind()));
      news.printf(Locale.ROOT, "%,d clients follow…%n", load.clients());
      Followed stream = follow(process, Word.NEWS, process.real().resolve("api/stream"));
      news.println("the same of the bare server…");
      Followed bareStream = follow(process, Word.BARE, process.bare().resolve("stream"));
      return new ApiFigures(load, real, bare, stream, bareStream);
    }
  }

  private void estimated(int companies) {
    if (companies % TOLD_EVERY == 0) {
      news.printf(Locale.ROOT, "%,d companies estimated%n", companies);
    }
  }

  /**
   * Of each kind of request, how long an answer is, in bytes before it is packed.
   *
   * @throws costwire.deploy.Refusal if one is not answered
   */
  private static Map<String, Integer> lengths(ReadingMix mix, Answers answers) {
    Map<String, Integer> lengths = new HashMap<>();
    // Most of those who have an answer already get none.
    mix.each()
        .forEach(
            asked ->
                lengths.put(asked.kind(), asked.known() ? 0 : answers.get(asked.path()).length));
    return lengths;
  }

  /** The replies that count, while articles come in. */
  private List<Reply> read(
      ServingProcess process, URI server, ReadingMix mix, Function<ReadRequest, String> paths) {
    OpenLoop loop = new OpenLoop(server, paths);
    // Waits for the last reply: code that has just begun to run is slow, and a queue of then would
    // be counted as one of now.
    read(process, loop, mix, load.warmUp());
    return read(process, loop, mix, load.seconds());
  }

  private List<Reply> read(ServingProcess process, OpenLoop loop, ReadingMix mix, int seconds) {
    CompletableFuture<List<Sent>> articles = process.order(Word.NEWS, seconds);
    List<Reply> replies =
        loop.run(mix::next, load.rate(), seconds * load.rate(), new Random(load.seed()));
    articles.join();
    return replies;
  }

  private Followed follow(ServingProcess process, Word what, URI stream) {
    try (EventClients clients = EventClients.follow(stream, load.clients())) {
      List<Sent> sent = process.order(what, FIRST_ARTICLES + load.seconds()).join();
      clients.await(sent.stream().map(Sent::id).toList());
      return Followed.of(clients, load.clients(), sent, FIRST_ARTICLES);
    }
  }
}
