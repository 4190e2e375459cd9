package costwire.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import costwire.extract.Claim;
import costwire.extract.Extractor;
import costwire.ingest.Ingest;
import costwire.ingest.Inputs;
import costwire.ingest.Reading;
import costwire.stream.Json;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Claims from files that hold claims, and from files that hold articles. */
final class ClaimSource {
  /** Enough of a first line to see what it is. */
  private static final int GLANCE = 1 << 16;

  private static final Pattern CLAIM = Pattern.compile("\"measure\"\\s*:\\s*\"");
  private static final Pattern ARTICLE = Pattern.compile("\"text\"\\s*:\\s*\"");

  private final Extraction extraction;
  private final Readings readings;
  private final ObjectReader reader = Json.mapper().readerFor(Claim.class);
  private final List<Claim> claims = new ArrayList<>();

  /**
   * @param extractor asked for only if there are articles to read
   */
  ClaimSource(Supplier<Extractor> extractor, Readings readings) {
    this.extraction = new Extraction(extractor, readings);
    this.readings = readings;
  }

  /** All claims, in order; of standard input if there are no files. */
  List<Claim> read(List<Path> files, InputStream stdin) {
    if (files.isEmpty()) {
      read(stdin, "stdin");
    }
    List<Path> articles = new ArrayList<>();
    for (Path file : files) {
      if (file.equals(Inputs.STDIN)) {
        read(stdin, "stdin");
      } else if (!readClaims(file)) {
        articles.add(file);
      }
    }
    if (!articles.isEmpty()) {
      try (Stream<Reading> read = Ingest.read(articles)) {
        extract(read);
      }
    }
    return claims;
  }

  private boolean readClaims(Path file) {
    if (!file.toString().endsWith(".jsonl") || !Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), GLANCE)) {
      if (!holdsClaims(in)) {
        return false;
      }
      lines(in, file.toString());
    } catch (IOException e) {
      readings.refuse(file.toString(), "cannot be read");
    }
    return true;
  }

  private void read(InputStream stdin, String place) {
    InputStream in = new BufferedInputStream(stdin, GLANCE);
    try {
      if (holdsClaims(in)) {
        lines(in, place);
        return;
      }
    } catch (IOException e) {
      readings.refuse(place, "cannot be read");
      return;
    }
    try (Stream<Reading> read = Ingest.read(in, place)) {
      extract(read);
    }
  }

  private static boolean holdsClaims(InputStream in) throws IOException {
    in.mark(GLANCE);
    String glance = new String(in.readNBytes(GLANCE - 1), UTF_8);
    in.reset();
    String line = glance.lines().filter(text -> !text.isBlank()).findFirst().orElse("");
    return CLAIM.matcher(line).find() && !ARTICLE.matcher(line).find();
  }

  private void lines(InputStream in, String place) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        claims.add(reader.readValue(line));
        readings.accepted();
      } catch (JsonProcessingException e) {
        String reason = e.getOriginalMessage().lines().findFirst().orElse("");
        readings.refuse(place + ":" + number, "not a claim: " + reason);
      }
    }
  }

  private void extract(Stream<Reading> read) {
    extraction.run(readings.articles(read), Extractor::extract, claims::addAll);
  }
}
