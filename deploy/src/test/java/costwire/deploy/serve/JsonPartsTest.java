package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonPartsTest {
  /** Nothing, signs, what packs well, and what does not at all. */
  static Stream<List<String>> texts() {
    StringBuilder noise = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      noise.append((char) (' ' + random.nextInt(90)));
    }
    return Stream.of(
        List.of(),
        List.of(""),
        List.of("[", "]"),
        List.of("{\"a\":\"", "Το τίμημα ".repeat(10_000), "\"}"),
        List.of(noise.toString(), ",", noise.toString()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void unpackedItIsWhatItIsPlain(List<String> texts) throws IOException {
    JsonParts parts = JsonParts.of(texts.stream().map(JsonPart::of).toList());
    byte[] expected = String.join("", texts).getBytes(UTF_8);
    assertThat(parts.plain()).isEqualTo(expected);
    // The stream checks length and sum.
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(parts.gzip()))) {
      assertThat(in.readAllBytes()).isEqualTo(expected);
    }
  }

  @Test
  void packsAlmostAsWellAsTheWhole() {
    JsonPart part = JsonPart.of("{\"company\":\"DeepSeek\"}".repeat(1_000));
    JsonParts parts = JsonParts.of(List.of(part, JsonPart.of(","), part));
    assertThat(parts.gzip().length).isLessThan(parts.plain().length / 50);
  }

  @Test
  void equalPartsHaveEqualTagsAndOthersHaveOthers() {
    JsonPart one = JsonPart.of("1");
    JsonPart other = JsonPart.of("2");
    assertThat(tag(one, other)).isEqualTo(tag(JsonPart.of("1"), JsonPart.of("2")));
    assertThat(tag(one, other)).isNotEqualTo(tag(other, one)).isNotEqualTo(tag(one));
  }

  private static String tag(JsonPart... parts) {
    return JsonParts.of(List.of(parts)).tag();
  }
}
