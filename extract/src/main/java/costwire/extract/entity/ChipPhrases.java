package costwire.extract.entity;

import costwire.extract.catalogue.Catalogue;
import costwire.extract.catalogue.Chip;
import costwire.extract.catalogue.Mention;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexeme.Side;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.number.Clitics;
import costwire.extract.number.Quantity;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chip words of one sentence: which tokens are nouns and names, and how they join up. */
final class ChipPhrases {
  /** Adjectives and the like between a count and its chips. */
  private static final int MOST_FILLERS = 4;

  private static final int LONGEST_CASE = 4;

  /** Used, refurbished. */
  private static final Set<Cue> USED = EnumSet.of(Cue.USE, Cue.BUILDING);

  private static final Set<Cue> BOUGHT = EnumSet.of(Cue.PURCHASE, Cue.RENT, Cue.SALES, Cue.HOLDING);

  private final Reading reading;
  private final Map<Integer, Mention> names = new HashMap<>();

  ChipPhrases(Reading reading, Catalogue catalogue) {
    this.reading = reading;
    for (Mention mention : catalogue.mentions(reading)) {
      if (mention.entry() instanceof Chip) {
        names.put(mention.getStart(), mention);
      }
    }
  }

  /** Time of chips, as hours for each one counted. */
  record Time(int to, BigDecimal hours, @Nullable Chip chip) {}

  /** Nouns and names that begin at the token and follow each other; null if none begins there. */
  @Nullable ChipPhrase startingAt(int token) {
    return phrase(token, false);
  }

  private @Nullable ChipPhrase phrase(int token, boolean counted) {
    Chip chip = null;
    boolean weakOnly = false;
    boolean noun = false;
    int to = token;
    for (int at = token; at < reading.size(); ) {
      Mention name = names.get(at);
      Mark word = reading.longest(at, Lexeme.ChipNoun.class);
      if (name != null && (word == null || name.getEnd() >= word.to())) {
        weakOnly = chip == null ? name.isWeak() : weakOnly && name.isWeak();
        chip = moreSpecific(chip, (Chip) name.entry());
        to = name.getEnd();
      } else if (word != null) {
        noun = true;
        to = word.to();
        chip = namedIn(at, to, chip);
      } else if (to > token && connects(at)) {
        at = afterConnector(at);
        continue;
      } else {
        break;
      }
      at = to;
    }
    if (to == token || (chip == null && !noun) || (weakOnly && !noun && !counted)) {
      return null;
    }
    boolean makerOnly = chip != null && chip.kind() == Chip.Kind.MAKER;
    return makerOnly && !noun ? null : new ChipPhrase(token, to, chip);
  }

  /** "GPU H100" may be one noun to the lexicon. */
  private @Nullable Chip namedIn(int from, int to, @Nullable Chip known) {
    Chip chip = known;
    for (int at = from; at < to; at++) {
      Mention name = names.get(at);
      if (name != null && !name.isWeak() && name.getEnd() <= to) {
        chip = moreSpecific(chip, (Chip) name.entry());
      }
    }
    return chip;
  }

  private static Chip moreSpecific(@Nullable Chip known, Chip other) {
    return known == null || other.rank() > known.rank() ? other : known;
  }

  /** "cards OF TYPE H100", "chips FROM Nvidia", "H100 - GPUs": a chip word follows. */
  private boolean connects(int at) {
    int behind = afterConnector(at);
    return behind > at
        && (names.containsKey(behind) || reading.longest(behind, Lexeme.ChipNoun.class) != null);
  }

  private int afterConnector(int at) {
    int token = at;
    while (token < reading.size() && token < at + 3 && isConnector(token)) {
      Mark type = reading.longest(token, Lexeme.OfType.class);
      token = type == null ? token + 1 : type.to();
    }
    return token;
  }

  private boolean isConnector(int token) {
    String norm = reading.norm(token);
    return norm.equals("-")
        || norm.equals("\"")
        || norm.equals("'")
        || norm.equals("(")
        || norm.equals("s")
        || reading.longest(token, Lexeme.OfType.class) != null
        || reading.longest(token, Lexeme.Of.class) != null;
  }

  /** The chips that a count before the token counts, past adjectives; null if it counts others. */
  @Nullable ChipPhrase behindCount(int from, Quantity quantity) {
    int at = from;
    boolean counted = true;
    boolean partitive = false;
    for (int fillers = 0; at < reading.size() && fillers <= MOST_FILLERS; fillers++) {
      ChipPhrase phrase = phrase(at, counted);
      if (phrase != null) {
        return isHourly(phrase) ? null : phrase;
      }
      Mention maker = names.get(at);
      Mark piece = reading.longest(at, Lexeme.Counter.class);
      if (maker != null) {
        at = maker.getEnd();
        counted = false;
      } else if (isFiller(at, quantity)) {
        partitive = piece != null || reading.longest(at, Lexeme.Of.class) != null;
        counted &= piece != null;
        at = piece == null ? at + 1 : piece.to();
      } else if (at == from && isUsedBefore(quantity, at)) {
        at++;
      } else if (partitive && isSmallWord(at) && chipWithin(at + 1)) {
        // "2048 pieces of the H800", "2.048 de esas Hopper"
        partitive = false;
        at++;
      } else {
        return null;
      }
    }
    return null;
  }

  /** "Bought 2,000 used A100s": what was bought are chips, and nobody used them. */
  private boolean isUsedBefore(Quantity quantity, int at) {
    Mark limit = reading.endingAt(quantity.from(), Lexeme.Limit.class, Lexeme.Limit::before);
    int start = limit == null ? quantity.from() : limit.from();
    return reading.longest(at, Lexeme.Sign.class, sign -> USED.contains(sign.cue())) != null
        && !isSmallWord(at)
        && !quantity.year()
        && reading.endingAt(start, Lexeme.Sign.class, sign -> BOUGHT.contains(sign.cue())) != null
        && phrase(at + 1, true) != null;
  }

  private boolean chipWithin(int at) {
    return phrase(at, false) != null || phrase(at + 1, false) != null;
  }

  private boolean isHourly(ChipPhrase phrase) {
    int behind = phrase.to();
    int at = behind < reading.size() && reading.norm(behind).equals("-") ? behind + 1 : behind;
    return reading.longest(at, Lexeme.Time.class, time -> time.unit().equals("hour")) != null
        || reading.longest(at, Lexeme.Rate.class, rate -> rate.per().endsWith("hour")) != null;
  }

  private boolean isFiller(int token, Quantity quantity) {
    String norm = reading.norm(token);
    if (reading.longest(token, Lexeme.Counter.class) != null
        || reading.longest(token, Lexeme.OfType.class) != null
        || reading.longest(token, Lexeme.Of.class) != null
        || norm.equals("\"")
        || norm.equals("'")
        || norm.equals("-")) {
      return true;
    }
    if (!Character.isLetter(norm.charAt(0)) || quantity.year()) {
      return false;
    }
    for (Mark mark : reading.at(token)) {
      Lexeme lexeme = mark.lexeme();
      boolean closes =
          lexeme instanceof Lexeme.Currency
              || lexeme instanceof Lexeme.Time
              || lexeme instanceof Lexeme.Atom
              || lexeme instanceof Lexeme.Power
              || lexeme instanceof Lexeme.Per
              || lexeme instanceof Lexeme.Range
              || (lexeme instanceof Lexeme.Sign sign && closes(sign.cue()));
      if (closes) {
        return false;
      }
    }
    return true;
  }

  /** Verbs, people and places between a number and a chip: the number counts something else. */
  private static boolean closes(Cue cue) {
    return switch (cue) {
      case FUNCTION,
          SAY,
          ACCORDING,
          COMPANY,
          SITE,
          TITLE,
          SALES,
          COST,
          TRAINING,
          BUILDING,
          PURCHASE,
          REVENUE,
          FUNDING,
          SHARES,
          ENERGY,
          TIMES,
          PRONOUN,
          OTHERS,
          NEGATION,
          AGO,
          USE ->
          true;
      default -> false;
    };
  }

  /** Whether the token is an article, a preposition or the like. */
  boolean isSmallWord(int token) {
    return reading.longest(token, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION) != null;
  }

  private boolean isPreposition(int token) {
    return isSmallWord(token) && reading.longest(token, Lexeme.Range.class) == null;
  }

  /** Past the particles between a chip and the count behind it. */
  int skipToCount(int at) {
    int token = behindCase(at);
    int most = token + 3;
    while (token < reading.size()
        && token < most
        && !Character.isDigit(reading.norm(token).charAt(0))
        && reading.longest(token, Lexeme.Atom.class) == null
        && (isSmallWord(token)
            || isConnector(token)
            || reading.longest(token, Lexeme.Limit.class) != null
            || reading.norm(token).equals(","))) {
      token++;
    }
    return token;
  }

  /** H100'den 512 adet: past the case that an apostrophe parts from a name. */
  private int behindCase(int at) {
    boolean ending =
        at + 1 < reading.size()
            && reading.norm(at).equals("'")
            && Character.isLowerCase(reading.word(at + 1).charAt(0))
            && reading.norm(at + 1).length() <= LONGEST_CASE;
    return ending ? at + 2 : at;
  }

  /** Chip time that begins at the token: its unit, and the chip it is of if one is named. */
  @Nullable Time timeAt(int at) {
    ChipPhrase chips = at < reading.size() ? phrase(at, true) : null;
    int behind = at;
    Chip chip = null;
    Mark unit = reading.longest(at, Lexeme.ChipTime.class);
    if (unit == null && chips != null) {
      behind = chips.to();
      chip = chips.chip();
      if (behind < reading.size() && reading.norm(behind).equals("-")) {
        behind++;
      }
      unit = reading.longest(behind, Lexeme.ChipTime.class);
    }
    if (unit == null) {
      Mention name = names.get(at);
      if (name != null) {
        unit = reading.longest(name.getEnd(), Lexeme.ChipTime.class);
        chip = unit == null ? chip : (Chip) name.entry();
      }
    }
    if (unit != null) {
      BigDecimal hours = ((Lexeme.ChipTime) unit.lexeme()).hours();
      return withChipBehind(new Time(unit.to(), hours, chip));
    }
    return chips == null ? timeFirst(at) : chipFirst(chips, behind);
  }

  /** H800 - Stunden, TPU core - hours. */
  private @Nullable Time chipFirst(ChipPhrase chips, int behind) {
    Mark core = reading.longest(behind, Lexeme.Core.class);
    int at = core == null ? behind : core.to();
    boolean hyphen = core != null && at < reading.size() && reading.norm(at).equals("-");
    Mark time = reading.longest(hyphen ? at + 1 : at, Lexeme.Time.class);
    return time == null || new Clitics(reading).isJoined(time.from()) || isCertain(time)
        ? null
        : new Time(time.to(), ((Lexeme.Time) time.lexeme()).hours(), chips.chip());
  }

  /** 72 GPU A100 bulan ini, 72 карты A100 месяц назад: the unit says when, and not how long. */
  private boolean isCertain(Mark unit) {
    String word = reading.norm(unit.from());
    return reading.longest(unit.to(), Lexeme.Deictic.class) != null
        || reading.longest(unit.to(), Lexeme.Ago.class, ago -> ago.side() == Side.BEHIND) != null
        || reading.lexicon().articles().stream()
            .anyMatch(
                article ->
                    word.startsWith(article)
                        && reading.forms(unit.from()).contains(word.substring(article.length())));
  }

  /** Hours of GPU. */
  private @Nullable Time timeFirst(int at) {
    Mark time = reading.longest(at, Lexeme.Time.class);
    if (time == null) {
      return null;
    }
    Mark of = reading.longest(time.to(), Lexeme.Of.class);
    ChipPhrase chips = phrase(of == null ? time.to() : of.to(), true);
    return chips == null
        ? null
        : new Time(chips.to(), ((Lexeme.Time) time.lexeme()).hours(), chips.chip());
  }

  /** Hours ON H100, more than there are in a year. */
  @Nullable Time hoursOn(int at) {
    Mark time = reading.longest(at, Lexeme.Time.class, unit -> unit.unit().equals("hour"));
    ChipPhrase chips =
        time == null || !isPreposition(time.to()) ? null : phrase(time.to() + 1, true);
    return time == null || chips == null
        ? null
        : new Time(chips.to(), BigDecimal.ONE, chips.chip());
  }

  /** GPU hours of H800, GPU hours on A100s: the name may follow. */
  private Time withChipBehind(Time time) {
    if (time.chip() != null) {
      return time;
    }
    int at = time.to();
    boolean named = names.containsKey(at) || (isPreposition(at) && names.containsKey(at + 1));
    if (!named && !connects(at)) {
      return time;
    }
    ChipPhrase behind =
        phrase(named ? (names.containsKey(at) ? at : at + 1) : afterConnector(at), true);
    return behind == null || behind.chip() == null
        ? time
        : new Time(behind.to(), time.hours(), behind.chip());
  }
}
