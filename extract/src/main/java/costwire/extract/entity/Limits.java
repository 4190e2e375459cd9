package costwire.extract.entity;

import costwire.extract.Bound;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.Limit;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.number.Quantity;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the words that bound an amount, before it and behind it. */
final class Limits {
  /** Small words that may stand between a limit and its amount: "more than a total of". */
  private static final int LOOK_BACK = 2;

  /** What runs or stands on chips. */
  private static final Set<Cue> ON_CHIPS = EnumSet.of(Cue.TRAINING, Cue.OPERATION, Cue.BUILDING);

  /** What makes "over" behind it more than, and no "during". */
  private static final Set<Cue> LASTED = EnumSet.of(Cue.LASTING, Cue.COST);

  private final Reading reading;
  private final Denials denials;
  private final boolean chips;
  private final boolean time;

  Limits(Reading reading) {
    this(reading, false, false);
  }

  private Limits(Reading reading, boolean chips, boolean time) {
    this.reading = reading;
    this.denials = new Denials(reading);
    this.chips = chips;
    this.time = time;
  }

  /** Those of counts of chips, where a word for "over" may mean "on". */
  static Limits ofChips(Reading reading) {
    return new Limits(reading, true, false);
  }

  /** Those of durations, where a word for "over" or "under" may mean "during". */
  static Limits ofTime(Reading reading) {
    return new Limits(reading, false, true);
  }

  /**
   * How the text bounds an amount.
   *
   * @param from the amount's first token
   * @param to one past its last
   * @param inner a limit that stood between number and unit; null if none did
   */
  Bound bound(Quantity quantity, int from, int to, @Nullable Bound inner) {
    Bound said = inner != null ? inner : before(from, to);
    if (said == null && !(quantity.isRange() && closesRange(to))) {
      said = behind(to);
    }
    if (quantity.isRange()) {
      return said == Bound.AT_LEAST || said == Bound.AT_MOST ? said : Bound.RANGE;
    }
    if (said != null) {
      return said;
    }
    if (quantity.open()) {
      return Bound.AT_LEAST;
    }
    return quantity.rounded() ? Bound.ABOUT : Bound.EXACT;
  }

  /** H100 üzerinde, trên 512 chip: the word is also a preposition. */
  private boolean isOn(Mark limit, Cue cue) {
    return ((Limit) limit.lexeme()).kind() == Limit.Kind.AT_LEAST
        && limit.to() == limit.from() + 1
        && reading.longest(limit.from(), Lexeme.Sign.class, sign -> sign.cue() == cue) != null;
  }

  /** "Ni 300 GPU ni 20 millones": a lone "ni" is not even, and two are neither and nor. */
  private boolean isNeither(Mark limit) {
    int token = limit.from();
    return limit.to() == token + 1
        && denials.isNegation(token)
        && IntStream.range(0, reading.size())
            .anyMatch(other -> other != token && reading.norm(other).equals(reading.norm(token)));
  }

  private boolean follows(Mark limit, Set<Cue> cues) {
    return reading.endingAt(limit.from(), Lexeme.Sign.class, sign -> cues.contains(sign.cue()))
        != null;
  }

  /** "Train over 512 chips", "chạy trên 512 chip": it is what runs that is on them. */
  private boolean followsUse(Mark limit) {
    Mark use = reading.endingAt(limit.to(), Lexeme.Sign.class, sign -> sign.cue() == Cue.USE);
    return (use != null && use.from() < limit.from()) || follows(limit, ON_CHIPS);
  }

  /**
   * Whether the limit's word says "during" as well, and nothing around it says which: "over three
   * weeks" against "for over three weeks" and "took over three weeks".
   */
  private boolean mayBeDuring(Mark limit, int behind) {
    return limit.to() == limit.from() + 1
        && reading.longest(limit.from(), Lexeme.During.class) != null
        && (!follows(limit, LASTED) || follows(limit, ON_CHIPS))
        && !denials.endsClause(behind, Cue.LASTING);
  }

  /** Whether the limit before the token goes with durations of any length: within, over. */
  boolean fitsAnyLength(int at) {
    Mark limit = at == 0 ? null : beforeMark(at);
    return limit != null
        && limit.to() == limit.from() + 1
        && reading.longest(limit.from(), Lexeme.Sign.class, sign -> sign.cue() == Cue.LASTING)
            != null;
  }

  /** The bound by a limit that ends right before the token; null if none does. */
  @Nullable Bound right(int at) {
    Mark limit = at == 0 ? null : beforeMark(at);
    return limit == null ? null : bound((Limit) limit.lexeme());
  }

  /** Where the words begin that limit the amount at the token, or the token itself. */
  int start(int from) {
    int at = from;
    for (int i = 0; i < LOOK_BACK; i++) {
      Mark limit = beforeMark(at);
      if (limit == null) {
        return at;
      }
      at = limit.from();
    }
    return at;
  }

  /**
   * The limit that ends right before the token, be it with the full stop of "ca." or "ок."; or
   * null.
   */
  private @Nullable Mark beforeMark(int at) {
    Mark limit = reading.endingAt(at, Limit.class, Limit::before);
    if (limit == null && at > 1 && reading.norm(at - 1).equals(".")) {
      limit = reading.endingAt(at - 1, Limit.class, Limit::before);
    }
    return limit == null || isEnding(limit.from()) ? null : limit;
  }

  /** OpenAI:n sata: what stands behind the colon of a name is its case, and no limit. */
  private boolean isEnding(int token) {
    return token > 1
        && reading.norm(token - 1).equals(":")
        && reading.lexicon().endings().contains(reading.norm(token));
  }

  /** Bengali's "between", which stands behind both ends, is its "within" behind one. */
  private boolean closesRange(int to) {
    return reading.longest(
            to, Lexeme.Range.class, range -> range.place() == Lexeme.Range.Place.CLOSER)
        != null;
  }

  private @Nullable Bound before(int from, int to) {
    for (int at = from; at >= Math.max(1, from - LOOK_BACK); at--) {
      Mark limit = beforeMark(at);
      if (limit != null) {
        boolean on = chips && isOn(limit, Cue.FUNCTION) && followsUse(limit);
        boolean during = time && !denials.isDenied(limit.from()) && mayBeDuring(limit, to);
        return on || during || isNeither(limit) ? null : said(limit, to);
      }
      if (!isSkippable(at - 1)) {
        return null;
      }
    }
    return null;
  }

  /**
   * What the limit says, denied or not. "Never below" takes two words to deny; one that denies by
   * itself (nepřesáhl) is not denied again by the "never" before it.
   */
  private Bound said(Mark limit, int to) {
    Mark outer = outer(limit);
    Bound bound = bound((Limit) outer.lexeme());
    boolean deniable = bound == Bound.AT_LEAST || outer.to() > outer.from() + 1;
    boolean denied = deniable && denials.isDenied(outer.from());
    return denied || denials.isDeniedBehind(to) ? Denials.opposite(bound) : bound;
  }

  /** "No more than about": the bound is the outer one. "Over about" may be "on about". */
  private Mark outer(Mark limit) {
    boolean about = ((Limit) limit.lexeme()).kind() == Limit.Kind.ABOUT;
    Mark outer = about && limit.from() > 0 ? beforeMark(limit.from()) : null;
    return outer == null || outer.to() == outer.from() + 1 ? limit : outer;
  }

  private boolean isSkippable(int token) {
    return denials.isSubject(token)
        || reading.norm(token).equals("\"")
        || reading.norm(token).equals("'")
        || reading.longest(token, Lexeme.Of.class) != null
        || reading.longest(token, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION) != null;
  }

  /** The limit that begins at the token behind an amount, or null. */
  @Nullable Bound behind(int at) {
    Mark limit = behindMark(at);
    return limit == null || (chips && isOn(limit, Cue.USE)) ? null : bound((Limit) limit.lexeme());
  }

  @Nullable Mark behindMark(int at) {
    Mark limit = reading.longest(at, Limit.class, word -> !word.before());
    return limit == null || countsPieces(limit) ? null : limit;
  }

  /** 대 is "about" behind a currency and a counting word elsewhere. */
  private boolean countsPieces(Mark limit) {
    Mark counter = reading.longest(limit.from(), Lexeme.Counter.class);
    return counter != null
        && counter.to() == limit.to()
        && reading.endingAt(limit.from(), Lexeme.Currency.class, currency -> true) == null;
  }

  static Bound bound(Limit limit) {
    return switch (limit.kind()) {
      case ABOUT -> Bound.ABOUT;
      case AT_LEAST -> Bound.AT_LEAST;
      case AT_MOST -> Bound.AT_MOST;
    };
  }
}
