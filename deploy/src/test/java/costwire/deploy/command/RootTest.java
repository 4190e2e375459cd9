package costwire.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.Refusal;
import costwire.deploy.newsroom.Newsroom;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a user meets it: exit status, stdout, stderr. */
class RootTest {
  private static final String ARTICLE =
      "{\"id\":\"a\",\"title\":\"\",\"text\":\"OpenAI spent $100 million on training its newest"
          + " language model, the company said on Monday.\",\"language\":\"en\"}\n";

  @TempDir Path folder;

  private record Result(int status, String out, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "run",
        "extract",
        "estimate",
        "fetch",
        "backfill",
        "topics",
        "replay",
        "subscribe",
        "subscriptions",
        "unsubscribe",
        "redeliver",
        "soak",
        "measure",
        "evaluate",
        "train"
      })
  void everyCommandTellsHowItIsUsed(String command) {
    Result result = command.isEmpty() ? run("", "--help") : run("", command, "--help");
    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("Usage: costwire " + command);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void everyCommandAndOptionOfTheReadmeIsThere() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    StringBuilder all = new StringBuilder();
    List<MatchResult> lines =
        Pattern.compile("deploy/costwire ([a-z]+)([^|#`\\n]*)").matcher(readme).results().toList();
    assertThat(lines).hasSizeGreaterThan(10);
    for (MatchResult line : lines) {
      Result help = run("", line.group(1), "--help");
      assertThat(help.status()).as(line.group()).isZero();
      assertThat(options(line.group(2)))
          .allSatisfy(option -> assertThat(help.out()).contains(option));
      all.append(help.out());
    }
    for (String command : List.of("replay", "run", "soak", "rehearse")) {
      assertThat(readme).contains("**" + command + "**");
      all.append(run("", command, "--help").out());
    }
    for (MatchResult inline : Pattern.compile("`(--[^`]*)`").matcher(readme).results().toList()) {
      assertThat(options(inline.group(1))).allSatisfy(option -> assertThat(all).contains(option));
    }
  }

  private static List<String> options(String line) {
    return Pattern.compile("--[a-z][a-z-]+")
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frobnicate                          | 2 | frobnicate
          extract --frobnicate                | 2 | --frobnicate
          estimate --format=xml none.jsonl    | 2 | xml
          estimate --as-of=yesterday          | 2 | --as-of must be a date
          run --roles=cook                    | 2 | no role 'cook'
          run --port=99999                    | 2 | port must be between
          run --config=none.yaml              | 2 | there is no such file
          fetch --url=https://a.example x y   | 2 | --url
          fetch                               | 2 | URL|FILE
          backfill                            | 2 | FILE
          backfill https://a.example/x        | 2 | fetch URL
          topics --dry-run --alter            | 2 | choose one
          measure api --clients=5001          | 2 | --clients may be 5000 at most
          measure api --companies=9 --claims=8 | 2 | --claims must be at least as many as --companies
          subscribe                           | 2 | say one of --webhook URL, --email ADDRESS and --feed
          subscribe --feed --email=a@b.example | 2 | say one of
          subscribe --feed --secret=whsec_x   | 2 | --secret and --format go with --webhook
          subscribe --feed --digest=daily     | 2 | --digest goes with --email
          subscribe --feed --kind=joy         | 2 | kinds' must be a list of claim-retracted
          subscribe --feed --scope=all        | 2 | scopes' must be a list of training-run
          subscribe --feed --company=a/b      | 2 | companies' must be a list of company ids
          subscribe --feed --by-percent=much  | 2 | --by-percent
          subscribe --feed --above-usd=-1     | 2 | aboveUsd' must be an amount above 0
          subscribe --feed --group-seconds=9999 | 2 | groupSeconds must be between 0 and 3600
          subscribe --feed --quiet=nights     | 2 | 22:00-07:00@Europe/Athens
          subscribe --feed --quiet=22-7@Mars  | 2 | two times such as 22:00
          subscribe --email=nobody            | 2 | deliver.email.to' must be one mail address
          subscribe --email=a@b.example --digest=yearly | 2 | yearly
          subscribe --webhook=ftp://a.example | 2 | deliver.webhook.url' must be an http or https
          subscribe --email=a@b.example --config=costwire.compose.yaml | 2 | deliver.email' cannot be sent to: no smtp is configured
          subscribe --webhook=http://127.0.0.1:9/ | 2 | deliver.webhook.url' cannot be posted to
          subscribe --webhook=http://127.0.0.1:9/ --secret=swordfish | 2 | a secret is whsec_
          subscribe --feed --bootstrap-servers=127.0.0.1:1 | 1 | no Kafka cluster answers at 127.0.0.1:1
          unsubscribe                         | 2 | ID
          redeliver                           | 2 | MESSAGE-ID
          evaluate none.jsonl                 | 2 | none.jsonl
          extract none.jsonl                  | 1 | none.jsonl
          fetch none.html                     | 1 | none.html: is not there
          topics --bootstrap-servers=127.0.0.1:1 | 1 | no Kafka cluster answers at 127.0.0.1:1
          """)
  void aBadCommandEndsWithOneLineAndItsStatus(String line, int status, String wanted) {
    Result result = run("", line.strip().split(" +"));
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains(wanted.strip()).doesNotContain("Exception");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void aPortInUseIsToldBeforeAnythingStarts() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      String data = folder.resolve("data").toString();
      Result result = run("", "run", "--data=" + data, "--port=" + port);
      assertThat(result.status()).isEqualTo(Refusal.FAILED);
      assertThat(result.err().lines())
          .last()
          .asString()
          .contains("port " + port + " on 127.0.0.1 for the dashboard is in use");
    }
  }

  @Test
  void aDataFolderWithOtherFilesIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("thesis.txt"), "years of work");
    Result result = run("", "demo", "--port=0", "--data=" + folder);
    assertThat(result.status()).isEqualTo(Refusal.WRONG);
    assertThat(result.err()).contains("thesis.txt");
    assertThat(file).hasContent("years of work");
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(run("").status()).isEqualTo(Refusal.WRONG);
  }

  @Test
  void extractWritesClaimsOfStandardInputAndTellsWhatItCannotRead() {
    Result result = run(ARTICLE + "{\"id\":\"b\",\"te\n" + ARTICLE, "extract");
    assertThat(result.status()).isZero();
    assertThat(result.err().lines()).singleElement().asString().startsWith("stdin:2: ");
    assertThat(result.out().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("\"quote\":\"$100"));
  }

  @Test
  void extractFailsOnlyIfNothingCouldBeRead() throws IOException {
    Path bad = Files.write(folder.resolve("bad.jsonl"), new byte[] {0, 1, 2, (byte) 0xff, '\n'});
    Path good = Files.writeString(folder.resolve("good.jsonl"), ARTICLE);
    assertThat(run("", "extract", bad.toString()).status()).isEqualTo(Refusal.FAILED);
    assertThat(run("", "extract", bad.toString(), good.toString()).status()).isZero();
  }

  @Test
  void extractKeepsTheOrderOfTheArticles() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      String filler = "The weather was fair. ".repeat(i % 7 * 20);
      lines.append(ARTICLE.replace("\"a\"", "\"a" + i + "\"").replace("OpenAI", filler + "OpenAI"));
    }
    Result result = run(lines.toString(), "extract");
    assertThat(
            result
                .out()
                .lines()
                .map(line -> line.replaceAll(".*\"articleId\":\"a(\\d+)\".*", "$1")))
        .extracting(Integer::parseInt)
        .isSorted()
        .hasSize(200);
  }

  @Test
  void estimateReadsArticlesAndTheirClaimsAlike() throws IOException {
    Result claims = run(ARTICLE, "extract");
    Path file = Files.writeString(folder.resolve("claims.jsonl"), claims.out());
    Result fromClaims = run("", "estimate", "--format=json", file.toString());
    Result fromArticles = run(ARTICLE, "estimate", "--format=json");
    assertThat(fromClaims.status()).isZero();
    assertThat(fromClaims.out()).isEqualTo(fromArticles.out()).contains("\"companyId\"");
  }

  @Test
  void estimateTellsTheLineThatIsNoClaim() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("claims.jsonl"), "{\"measure\":\"cost\",\"unit\":\"USD\"}\n");
    Result result = run("", "estimate", file.toString());
    assertThat(result.status()).isEqualTo(Refusal.FAILED);
    assertThat(result.err()).startsWith(file + ":1: not a claim: ");
  }

  @Test
  void fetchListsEntriesAndSaysWhichFeedsAPageNames() throws IOException {
    Path feed =
        Files.writeString(
            folder.resolve("feed.xml"),
            "<rss><channel><item><title>A &amp; B</title><link>https://a.example/1</link></item>");
    Result listed = run("", "fetch", "--entries", feed.toString());
    assertThat(listed.status()).isZero();
    assertThat(listed.out())
        .isEqualTo(
            "{\"feed\":\""
                + feed.toUri()
                + "\",\"id\":\"https://a.example/1\",\"url\":\"https://a.example/1\","
                + "\"title\":\"A & B\",\"publishedAt\":null,\"updatedAt\":null,\"authors\":[],"
                + "\"language\":null,\"summary\":null}\n");
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>");
    Result named = run("", "fetch", "--entries", page.toString(), "--url=https://a.example/news");
    assertThat(named.status()).isEqualTo(Refusal.FAILED);
    assertThat(named.err())
        .isEqualTo(
            page
                + ": not a feed: an HTML page; the page names https://a.example/feed"
                + System.lineSeparator());
  }

  @Test
  void fetchReadsASavedPageWithItsFileAndAddress() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<html><head><title>A model is trained</title></head><body><article><h1>A model is"
                + " trained</h1>"
                + "<p>OpenAI spent $100 million on training its newest language model.</p>"
                    .repeat(4)
                + "</article></body></html>");
    Result result = run("", "fetch", page.toString(), "--url=https://news.example/model");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("\"url\":\"https://news.example/model\"", "\"file\":\"" + page);
  }

  @Test
  void fetchExplainsStepByStepWhatItDid() {
    try (Newsroom newsroom = Newsroom.start(0)) {
      String feed = newsroom.feeds().get(0).toString();
      Result result =
          run("", "fetch", "--verbose", "--entries", "--allow=" + newsroom.host(), feed);
      assertThat(result.status()).isZero();
      assertThat(result.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("{"));
      assertThat(result.err())
          .containsSubsequence(
              "/robots.txt says 1 rule for us",
              "allows /",
              " is [",
              "asks for " + feed,
              "the server answered 200",
              "took ",
              "is a feed of ");
      assertThat(run("", "fetch", "--entries", "--allow=" + newsroom.host(), feed).err()).isEmpty();
    }
  }

  private static Result run(String stdin, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(stdin.getBytes(UTF_8)));
    try {
      int status =
          Root.execute(
              arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
      return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void whatEstimatesCostIsATableOfLoads() {
    Result result = run("", "measure", "estimates", "--quick");

    assertThat(result.status()).isZero();
    List<String> rows = result.out().lines().toList();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0)).contains("pieces", "CPU µs/claim", "B/claim", "heap MB");
    assertThat(rows.subList(1, 4)).allMatch(row -> row.trim().split(" +").length == 9);
  }

  @Test
  void nothingToMeasureIsWrongUsage() {
    assertThat(run("", "measure").status()).isEqualTo(Refusal.WRONG);
  }
}
