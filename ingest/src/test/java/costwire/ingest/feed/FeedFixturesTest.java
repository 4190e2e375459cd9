package costwire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import costwire.ingest.Listing;
import costwire.stream.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code feeds}, sound or broken, gives what {@code expected.json} says of it. */
class FeedFixturesTest {
  private static final URI FEED = URI.create("https://x.example/feeds/all.xml");
  private static final JsonNode EMPTY = TextNode.valueOf("");
  private static final String TABLE = "expected.json";

  static Stream<JsonNode> rows() throws IOException {
    JsonNode table = Json.mapper().readTree(bytes(TABLE));
    return StreamSupport.stream(table.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsAsMuchAsThereIs(JsonNode row) throws IOException {
    JsonNode type = row.get("contentType");
    byte[] body = bytes(row.get("file").asText());
    Listing listing = FeedReader.read(body, type == null ? null : type.asText(), FEED);
    ObjectNode wanted = row.deepCopy();
    wanted.remove(Set.of("file", "contentType"));
    assertThat(told(listing)).isEqualTo(wanted);
    assertThat(listing.entries()).allMatch(entry -> entry.feed().equals(FEED.toString()));
    assertThat(FeedReader.isFeed(body)).isTrue();
  }

  @Test
  void everyFileIsInTheTable() throws Exception {
    Path folder = Path.of(FeedFixturesTest.class.getResource("/feeds").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> !f.equals(TABLE)))
          .containsExactlyInAnyOrderElementsOf(
              rows().map(row -> row.get("file").asText()).toList());
    }
  }

  private static ObjectNode told(Listing listing) throws IOException {
    ObjectNode told = Json.mapper().valueToTree(listing);
    told.put("ttl", listing.ttl() == null ? null : listing.ttl().toString());
    told.set("skipHours", Json.mapper().valueToTree(new TreeSet<>(listing.skipHours())));
    told.set("skipDays", Json.mapper().valueToTree(new TreeSet<>(listing.skipDays())));
    ArrayNode entries = (ArrayNode) told.remove("entries");
    told.properties().removeIf(field -> isNothing(field.getValue()));
    for (JsonNode entry : entries) {
      ((ObjectNode) entry).remove("feed");
      entry.properties().removeIf(field -> isNothing(field.getValue()));
    }
    told.set("entries", entries);
    return (ObjectNode) Json.mapper().readTree(told.toString());
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isArray() && value.isEmpty()) || value.equals(EMPTY);
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = FeedFixturesTest.class.getResourceAsStream("/feeds/" + file)) {
      assertThat(in).as(file).isNotNull();
      return in.readAllBytes();
    }
  }
}
