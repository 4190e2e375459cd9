package costwire.ingest.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * One language's phrases, a file of {@code phrases/}: sections of lines, words parted by spaces.
 */
final class Phrases {
  static final List<String> LANGUAGES = List.of("en", "de", "fr", "ru", "ar", "zh", "ja", "th");

  private final Map<String, List<String>> sections = new HashMap<>();
  private final List<String> vocabulary;

  private Phrases(List<String> lines) {
    List<String> section = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("# ")) {
        section = new ArrayList<>();
        sections.put(line.substring(2), section);
      } else if (!line.isBlank()) {
        section.add(line);
      }
    }
    this.vocabulary =
        List.of("who", "does", "what", "where", "why").stream()
            .flatMap(name -> of(name).stream())
            .flatMap(phrase -> List.of(phrase.split(" ")).stream())
            .filter(word -> !word.contains("{n}"))
            .toList();
  }

  static Phrases in(String language) {
    try (InputStream file = Phrases.class.getResourceAsStream("phrases/" + language + ".txt")) {
      byte[] bytes = Objects.requireNonNull(file, language).readAllBytes();
      return new Phrases(new String(bytes, UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether words are written without spaces. */
  boolean glued() {
    return sections.containsKey("glue");
  }

  String any(String section, Random random) {
    List<String> lines = of(section);
    return lines.get(random.nextInt(lines.size()));
  }

  String anyWord(Random random) {
    return vocabulary.get(random.nextInt(vocabulary.size()));
  }

  private List<String> of(String section) {
    return Objects.requireNonNull(sections.get(section), section);
  }
}
