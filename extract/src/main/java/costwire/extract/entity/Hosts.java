package costwire.extract.entity;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.number.Quantity;
import costwire.extract.number.QuantityParser;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts chips through the machines that hold them: 16 servers of 8 A100, 4x8 V100. */
final class Hosts {
  private static final Set<String> CROSSES = Set.of("x", "×", "*", "х");

  /** Adjectives before the machine, and small words between it and its chips. */
  private static final int MOST_ADJECTIVES = 2;

  private static final int MOST_BETWEEN = 6;

  /** Words between machines and what says what each of them holds. */
  private static final int MOST_BEFORE_EACH = 8;

  /** So many may be meant for each machine where the text does not say so; more are a total. */
  private static final BigDecimal MOST_UNSAID = BigDecimal.valueOf(8);

  /** No machine holds more. */
  private static final BigDecimal MOST_EACH = BigDecimal.valueOf(1024);

  private final Reading reading;
  private final ChipPhrases phrases;
  private final QuantityParser numbers;

  Hosts(Reading reading, ChipPhrases phrases, QuantityParser numbers) {
    this.reading = reading;
    this.phrases = phrases;
    this.numbers = numbers;
  }

  /** What each of some machines holds; the token behind the words that say so. */
  record Held(BigDecimal each, ChipPhrase chips, int to) {}

  /** What each of so many machines holds whose number ends at the token; null if none are there. */
  @Nullable Held behind(int at, Quantity machines) {
    if (at < reading.size() && CROSSES.contains(reading.norm(at))) {
      return held(at + 1);
    }
    int host = hostEnd(at);
    return host < 0 || machines.high().compareTo(BigDecimal.ONE) <= 0 ? null : inEach(host);
  }

  /** Whether the token names a machine, so that what is counted before it are machines. */
  boolean isHost(int token) {
    boolean hyphen = token < reading.size() && reading.norm(token).equals("-");
    return reading.longest(hyphen ? token + 1 : token, Lexeme.Host.class) != null;
  }

  /** Whether a count of chips between two tokens is said to be one machine's. */
  boolean isEach(int from, int to) {
    return eachEnd(to) > 0 || reading.endingAt(from, Lexeme.Each.class, each -> true) != null;
  }

  /** 8 GPUs per node on SIXTEEN NODES: the machines behind what each of them holds, or null. */
  @Nullable Quantity machinesBehind(int to) {
    int each = eachEnd(to);
    int at = each < 0 ? to : each;
    for (int i = 0; i < MOST_BETWEEN && at < reading.size(); i++, at++) {
      if (isNumber(at)) {
        Quantity machines = numbers.single(at);
        int end = machines == null || machines.year() ? -1 : hostEnd(machines.to());
        return machines == null || end < 0 ? null : machines.spanning(machines.from(), end);
      }
      if (!Character.isLetter(reading.norm(at).charAt(0)) || isAnd(at)) {
        return null;
      }
    }
    return null;
  }

  private int hostEnd(int at) {
    int token = at;
    for (int i = 0; i <= MOST_ADJECTIVES && token < reading.size(); i++) {
      Mark host = reading.longest(token, Lexeme.Host.class);
      if (host != null) {
        return host.to();
      }
      ChipPhrase chips = phrases.startingAt(token);
      if (chips != null) {
        token = chips.to();
      } else if (isAdjective(token)) {
        token++;
      } else {
        return -1;
      }
    }
    return -1;
  }

  private boolean isAdjective(int token) {
    String norm = reading.norm(token);
    return norm.equals("-")
        || reading.longest(token, Lexeme.Counter.class) != null
        || reading.longest(token, Lexeme.Of.class) != null
        || (Character.isLetter(norm.charAt(0)) && reading.at(token).isEmpty());
  }

  /** With eight A100 each, of 8 H100: said of every machine, or few enough to be meant so. */
  private @Nullable Held inEach(int host) {
    int later = eachBehind(host);
    boolean said = later > 0;
    boolean joined = false;
    int unknown = 0;
    int at = said ? later : host;
    for (int i = 0; i < MOST_BETWEEN && at < reading.size(); i++) {
      if (isNumber(at)) {
        boolean limited = reading.endingAt(at, Lexeme.Limit.class, Lexeme.Limit::before) != null;
        Held held = at == host || limited ? null : held(at);
        boolean meant = !joined && held != null && held.each().compareTo(MOST_UNSAID) <= 0;
        return held != null && (said || meant || eachEnd(held.chips().to()) > 0) ? held : null;
      } else if (isSmall(at)) {
        joined |= isAnd(at);
        at++;
      } else if (Character.isLetter(reading.norm(at).charAt(0))
          && isUnknown(at)
          && unknown++ == 0) {
        at++;
      } else {
        return null;
      }
    }
    return null;
  }

  /** "172 nodes were used, and each node …": behind that, with nothing counted before it; or -1. */
  private int eachBehind(int host) {
    int most = Math.min(reading.size(), host + MOST_BEFORE_EACH);
    for (int at = host; at < most; at++) {
      int each = eachEnd(at);
      if (each > 0) {
        Mark again = reading.longest(each, Lexeme.Host.class);
        return again == null ? each : again.to();
      }
      String norm = reading.norm(at);
      boolean ends = norm.equals(".") || norm.equals(";") || norm.equals(":");
      if (ends || isNumber(at) || phrases.startingAt(at) != null) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isNumber(int at) {
    return Character.isDigit(reading.norm(at).charAt(0))
        || reading.longest(at, Lexeme.Atom.class) != null;
  }

  private boolean isAnd(int at) {
    return reading.longest(at, Lexeme.Range.class, range -> range.place() == Lexeme.Range.Place.AND)
            != null
        || reading.norm(at).equals(",");
  }

  private boolean isSmall(int at) {
    String norm = reading.norm(at);
    return norm.equals(",")
        || norm.equals("(")
        || norm.equals("-")
        || reading.longest(at, Lexeme.Of.class) != null
        || reading.longest(at, Lexeme.Sign.class, sign -> isSmall(sign.cue())) != null;
  }

  private static boolean isSmall(Cue cue) {
    return cue == Cue.FUNCTION || cue == Cue.USE || cue == Cue.HOLDING;
  }

  /** "Equipped", "containing": a word that means nothing else here. */
  private boolean isUnknown(int at) {
    return reading.at(at).isEmpty();
  }

  /** A plain count of chips that are no machines themselves. */
  private @Nullable Held held(int at) {
    Quantity each = at < reading.size() ? numbers.single(at) : null;
    if (each == null
        || each.isRange()
        || each.year()
        || each.low().compareTo(MOST_EACH) > 0
        || each.low().signum() <= 0) {
      return null;
    }
    ChipPhrase chips = phrases.behindCount(each.to(), each);
    if (chips == null || (chips.chip() != null && chips.chip().holds() != null)) {
      return null;
    }
    int said = eachEnd(chips.to());
    return new Held(each.low(), chips, said > 0 ? said : chips.to());
  }

  /** Behind "each" or "per node" that stands at the token, or -1. */
  private int eachEnd(int at) {
    Mark each = reading.longest(at, Lexeme.Each.class);
    if (each != null) {
      return each.to();
    }
    Mark per = reading.longest(at, Lexeme.Per.class);
    Mark host = per == null ? null : reading.longest(per.to(), Lexeme.Host.class);
    return host == null ? -1 : host.to();
  }
}
