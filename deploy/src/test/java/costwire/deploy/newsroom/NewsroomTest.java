package costwire.deploy.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsroomTest {
  private static Newsroom newsroom;
  private static HttpClient client;

  @BeforeAll
  static void open() {
    newsroom = Newsroom.start(0);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  @Test
  void everyArticleIsInAFeedAndOnAPageOfItsOwn() throws Exception {
    Set<String> linked = new HashSet<>();
    for (URI feed : newsroom.feeds()) {
      for (SyndEntry entry : parsed(feed).getEntries()) {
        linked.add(entry.getLink().replaceFirst("\\?.*", ""));
      }
    }

    assertThat(newsroom.articles()).isGreaterThanOrEqualTo(24).isEqualTo(linked.size());
    assertThat(newsroom.pages().values().stream().map(URI::toString)).hasSameElementsAs(linked);
  }

  @Test
  void feedsBearTitleLanguageAndDatesInBothFormats() throws Exception {
    Set<String> formats = new TreeSet<>();
    for (Outlet outlet : Archive.outlets()) {
      SyndFeed feed = parsed(feedOf(outlet));
      Story latest = Archive.stories(outlet).get(0);
      SyndEntry entry = feed.getEntries().get(0);

      formats.add(feed.getFeedType().replaceFirst("_.*", ""));
      assertThat(feed.getTitle()).isEqualTo(outlet.name());
      assertThat(entry.getTitle()).isEqualTo(latest.title());
      assertThat(entry.getPublishedDate().toInstant()).isEqualTo(latest.publishedAt());
      assertThat(entry.getDescription().getValue()).contains("<p");
      assertThat(entry.getUri()).doesNotContain("127.0.0.1");
    }
    assertThat(formats).containsExactly("atom", "rss");
  }

  @Test
  void pagesTellTheWholeStoryInItsLanguageAndDirection() throws Exception {
    for (Outlet outlet : Archive.outlets()) {
      for (Story story : Archive.stories(outlet)) {
        Document page = page(story);

        assertThat(page.select("html").attr("lang")).isEqualTo(story.lang());
        assertThat(page.select("html").attr("dir")).isEqualTo(outlet.direction());
        assertThat(page.select("h1").eachText()).containsExactly(story.title());
        assertThat(page.title()).contains(story.title());
        assertThat(page.body().text()).contains(story.paragraphs());
        assertThat(page.head().html()).contains(addressOf(story).toString());
      }
    }
  }

  @Test
  void pagesAreCluttered() throws Exception {
    for (Outlet outlet : Archive.outlets()) {
      Furniture furniture = Archive.furniture(outlet.lang());
      Story story = Archive.stories(outlet).get(0);

      assertThat(page(story).body().text())
          .contains(furniture.sections())
          .contains(furniture.traps())
          .contains(furniture.remarks())
          .contains(furniture.cookies(), furniture.ad(), furniture.newsletter())
          .contains(furniture.footer(), furniture.share());
      assertThat(story.text())
          .doesNotContain(furniture.traps())
          .doesNotContain(furniture.remarks());
    }
  }

  @Test
  void pagesComeInFourLayoutsAndThreeCharsets() {
    assertThat(Archive.outlets())
        .extracting(Outlet::page)
        .contains("semantic", "soup", "tables", "modern");
    assertThat(Archive.outlets())
        .extracting(outlet -> outlet.charset().name())
        .contains("UTF-8", "windows-1251", "Shift_JIS");
    assertThat(Archive.outlets()).extracting(Outlet::charsetIn).contains("header", "meta");
  }

  @ParameterizedTest
  @CsvSource({"If-None-Match,ETag", "If-Modified-Since,Last-Modified"})
  void whoHoldsTheSameIsTold304(String condition, String validator) throws Exception {
    List<URI> addresses = new ArrayList<>(newsroom.feeds());
    addresses.addAll(newsroom.pages().values());
    for (URI address : addresses) {
      String held = get(address, Map.of()).headers().firstValue(validator).orElseThrow();
      HttpResponse<byte[]> again = get(address, Map.of(condition, held));

      assertThat(again.statusCode()).as(address.toString()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "If-None-Match, '\"other\"', 200",
    "If-None-Match, '\"other\", *', 304",
    "If-Modified-Since, 'Wed, 01 Jan 2020 00:00:00 GMT', 200",
    "If-Modified-Since, last Tuesday, 200",
  })
  void conditionsThatDoNotHoldGetThePage(String header, String value, int status) throws Exception {
    assertThat(get(newsroom.feeds().get(0), Map.of(header, value)).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"GET,/robots.txt,200", "GET,/,200", "HEAD,/,200", "GET,/nothing,404", "POST,/,405"})
  void answersBriefly(String method, String path, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + newsroom.host() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(status);
  }

  @Test
  void pathsDoNotDependOnThePort() {
    try (Newsroom other = Newsroom.start(0)) {
      assertThat(other.host()).isNotEqualTo(newsroom.host());
      assertThat(paths(other)).isEqualTo(paths(newsroom));
    }
  }

  @Test
  void aPortInUseIsNamed() {
    int port = URI.create("http://" + newsroom.host()).getPort();

    assertThatThrownBy(() -> Newsroom.start(port).close())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(String.valueOf(port));
  }

  private static Map<String, String> paths(Newsroom of) {
    return of.pages().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getPath()));
  }

  private static URI feedOf(Outlet outlet) {
    Function<URI, Boolean> own = feed -> feed.getPath().startsWith("/" + outlet.path() + "/");
    return newsroom.feeds().stream().filter(own::apply).findFirst().orElseThrow();
  }

  private static URI addressOf(Story story) {
    return Objects.requireNonNull(newsroom.pages().get(story.id()), story.id());
  }

  private static SyndFeed parsed(URI feed) throws Exception {
    String xml = new String(get(feed, Map.of()).body(), StandardCharsets.UTF_8);
    return new SyndFeedInput().build(new StringReader(xml));
  }

  /** As a browser reads it: the header's charset, else the one in the page. */
  private static Document page(Story story) throws Exception {
    URI address = addressOf(story);
    HttpResponse<byte[]> response = get(address, Map.of());
    String type = response.headers().firstValue("Content-Type").orElseThrow();
    String charset = type.contains("charset=") ? type.replaceFirst(".*charset=", "") : null;
    return Jsoup.parse(new ByteArrayInputStream(response.body()), charset, address.toString());
  }

  private static HttpResponse<byte[]> get(URI address, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    headers.forEach(request::header);
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }
}
