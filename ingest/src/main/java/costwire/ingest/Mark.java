package costwire.ingest;

import costwire.ingest.source.Spot;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a list of inputs is read: reading goes on at the next record, line or file without
 * looking at those before.
 *
 * @param input which of the inputs comes next, from 0
 * @param spot where in it
 */
public record Mark(int input, Spot spot) {
  public static final Mark START = new Mark(0, Spot.START);

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,9}):(\\d{1,18}):(\\d{1,18}):(\\d{1,18})");

  public Mark {
    if (input < 0) {
      throw new IllegalArgumentException("there is nothing before the first input");
    }
  }

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @return null if it is no mark
   */
  public static @Nullable Mark parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    return new Mark(
        Integer.parseInt(parts.group(1)),
        new Spot(
            Long.parseLong(parts.group(2)),
            Long.parseLong(parts.group(3)),
            Long.parseLong(parts.group(4))));
  }

  @Override
  public String toString() {
    return input + ":" + spot.offset() + ":" + spot.within() + ":" + spot.line();
  }
}
