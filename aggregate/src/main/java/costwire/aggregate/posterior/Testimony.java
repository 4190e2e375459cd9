package costwire.aggregate.posterior;

import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Speaker;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.extract.Claim;
import costwire.extract.Dollars;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Voices as kernels: how far a figure can be from the truth, and how likely it is garbage.
 * Remembers the kernels that it made; one lives as long as the work on one line, in one thread.
 */
public final class Testimony {
  /** Misread, mistyped or made up, though the extractor was sure of itself. */
  private static final double GARBAGE = 0.05;

  /** The same, of what an extractor read that was not sure at all. */
  private static final double UNSURE = 0.25;

  /** The same, of a figure that had lost all trust; half of it, where all tell it with doubt. */
  private static final double DOUBTED = 0.4;

  /** A hedge widens by this factor. */
  private static final double ABOUT = 1.5;

  /** Drift of an exchange rate in a year, in log10. */
  private static final double DRIFT = 0.03;

  private static final double LONGEST_DRIFT = 10;

  /** Enough for any honest line; beyond it kernels are made anew, in the time that takes. */
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<Shape, Kernel> remembered = new HashMap<>();

  /** The likelihood that the voice gives. */
  public Kernel kernel(Voice voice, Subject.Kind kind) {
    // A voice of weight w counts as the w-th part of an observation: its variance is divided by w.
    double width = width(voice, kind) / StrictMath.sqrt(voice.weight());
    Shape shape = new Shape(voice.figure(), kind, width, garbage(voice));
    Kernel known = remembered.get(shape);
    if (known != null) {
      return known;
    }
    Kernel made = shape.kernel();
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(shape, made);
    }
    return made;
  }

  /** The probability that the figure has nothing to do with the truth, for any of the reasons. */
  private static double garbage(Voice voice) {
    double sure = 1 - UNSURE * (1 - voice.confidence());
    double trusted = 1 - DOUBTED * (1 - voice.trust());
    return 1 - (1 - GARBAGE) * sure * trusted;
  }

  /** Standard deviation of the figure about the truth, in log10. */
  public static double width(Voice voice, Subject.Kind kind) {
    boolean money = kind == Subject.Kind.DOLLARS || kind == Subject.Kind.RATE;
    double width = money ? ofMoney(voice.speaker()) : ofCount(voice.speaker());
    double hedged = voice.figure().about() ? width * ABOUT : width;
    double drift = drift(voice.lead());
    return StrictMath.sqrt(hedged * hedged + drift * drift);
  }

  /** 15 % for the company's own books, 32 % for a named source, 41 % where nobody is named. */
  private static double ofMoney(Speaker speaker) {
    return switch (speaker.standing()) {
      case OWN -> 0.06;
      case NAMED -> 0.12;
      case UNNAMED -> 0.15;
    };
  }

  /** Chips and hours are counted, not reckoned: 5 %, 12 %, 15 %. */
  private static double ofCount(Speaker speaker) {
    return switch (speaker.standing()) {
      case OWN -> 0.02;
      case NAMED -> 0.05;
      case UNNAMED -> 0.06;
    };
  }

  private static double drift(Claim claim) {
    Dollars usd = claim.usd();
    Instant at = claim.publishedAt();
    if (usd == null || at == null || claim.unit().equals("USD") || usd.rateDate() == null) {
      return 0;
    }
    long days = ChronoUnit.DAYS.between(usd.rateDate(), at.atZone(ZoneOffset.UTC).toLocalDate());
    return DRIFT * Math.min(LONGEST_DRIFT, Math.abs(days) / 365.25);
  }

  private record Shape(Figure figure, Subject.Kind kind, double width, double garbage) {
    Kernel kernel() {
      return switch (figure.shape()) {
        case POINT ->
            kind == Subject.Kind.DOLLARS
                ? Kernel.told(figure.logCentre(), width, garbage)
                : Kernel.point(figure.logCentre(), width, garbage);
        case RANGE -> Kernel.range(figure.logLow(), figure.logHigh(), width, garbage);
        case AT_LEAST -> Kernel.atLeast(figure.logLow(), width, garbage);
        case AT_MOST -> Kernel.atMost(figure.logHigh(), width, garbage);
      };
    }
  }
}
