package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists of words that are data: a file with a word or a phrase a line. */
final class Words {
  private static final String ANY = "\u2026";

  private Words() {}

  /** Its lines but those that begin with a number sign. */
  static List<String> of(String file) {
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some of its lines without their dots as alternatives of a regular expression. */
  static String either(String file, Predicate<String> which) {
    // The longest first: the first alternative that fits is taken.
    return of(file).stream()
        .filter(which)
        .map(word -> Pattern.quote(word.replace(ANY, "")))
        .sorted(Comparator.comparingInt(String::length).reversed())
        .collect(Collectors.joining("|"));
  }
}
