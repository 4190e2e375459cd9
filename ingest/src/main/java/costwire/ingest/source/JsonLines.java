package costwire.ingest.source;

import costwire.ingest.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Articles as JSON Lines. Blank lines are passed over; a line that cannot be read is refused. */
final class JsonLines implements Readings {
  private final InputStream in;
  private final Lines lines;
  private final String name;
  private final Clock clock;

  JsonLines(InputStream in, String name, int maxBytes, Clock clock) {
    this.in = in;
    this.lines = new Lines(in, maxBytes);
    this.name = name;
    this.clock = clock;
  }

  @Override
  public @Nullable Reading next() throws IOException {
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      String place = name + ":" + line.number();
      if (line.fault() != null) {
        return new Reading.Refused(place, line.fault());
      }
      if (!line.text().isBlank()) {
        return ArticleLine.read(line.text(), place, clock.instant());
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
