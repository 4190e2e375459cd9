package costwire.deploy.command;

import costwire.deploy.Refusal;
import costwire.ingest.Reading;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what could not be read, a line each, and whether anything could. */
final class Readings {
  private final Console console;
  private boolean any;
  private boolean refused;

  Readings(Console console) {
    this.console = console;
  }

  /** What could be read. */
  Iterator<Reading.Of> articles(Stream<Reading> readings) {
    return readings.map(this::read).filter(Objects::nonNull).iterator();
  }

  private Reading.@Nullable Of read(Reading reading) {
    if (reading instanceof Reading.Of read) {
      any = true;
      if (read.note() != null) {
        tell(read.place(), read.note());
      }
      return read;
    }
    if (reading instanceof Reading.Refused no) {
      refuse(no.place(), no.reason());
    }
    return null;
  }

  void refuse(String place, String reason) {
    refused = true;
    tell(place, reason);
  }

  void accepted() {
    any = true;
  }

  void tell(String place, String what) {
    console.err().println(place + ": " + what);
  }

  /** 1 only if nothing could be read. */
  int status() {
    return refused && !any ? Refusal.FAILED : 0;
  }
}
