package costwire.ingest.source;

import costwire.ingest.Reading;
import costwire.ingest.UnreadableException;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Articles as JSON Lines. Blank lines are passed over; a line that cannot be read is refused. */
final class JsonLines implements Drafts {
  private final Tape tape;
  private final Lines lines;
  private final String name;
  private final int maxBytes;
  private final Clock clock;

  JsonLines(Tape tape, Spot from, String name, int maxBytes, Clock clock) {
    this.tape = tape;
    this.lines = new Lines(tape, maxBytes, from.line());
    this.name = name;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  @Override
  public @Nullable Draft next() throws IOException {
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      if (line.cut() || !line.isBlank()) {
        return draft(line);
      }
    }
    return null;
  }

  private Draft draft(Lines.Line line) {
    String place = name + ":" + line.number();
    Spot after = tape.spot();
    return new Draft(
        place,
        () -> read(line, place),
        line.bytes(),
        new Spot(after.offset(), after.within(), lines.number()),
        tape.consumed());
  }

  private Reading read(Lines.Line line, String place) {
    if (line.cut()) {
      return new Reading.Refused(place, "longer than " + (maxBytes >> 20) + " MiB");
    }
    try {
      return ArticleLine.read(line.text(), place, clock.instant());
    } catch (UnreadableException e) {
      return new Reading.Refused(place, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean isReady() throws IOException {
    return tape.isReady();
  }

  @Override
  public void close() throws IOException {
    tape.close();
  }
}
