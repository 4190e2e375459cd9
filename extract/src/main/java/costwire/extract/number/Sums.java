package costwire.extract.number;

import costwire.extract.lexicon.GluedNumbers;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers of digits, of words, and of both. A number that stops in the middle of more number
 * words was not understood, and is none.
 */
final class Sums {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Letters of a case's ending behind a number in digits. */
  private static final int LONGEST_ENDING = 4;

  private final Reading reading;
  private final Neighbours neighbours;
  private final Fractions fractions;

  Sums(Reading reading) {
    this.reading = reading;
    this.neighbours = new Neighbours(reading);
    this.fractions = new Fractions(reading);
  }

  /** The number that begins at the token, or null. */
  @Nullable Quantity at(int from) {
    return neighbours.isPartOfName(from) ? null : unlessTorn(from, behind(from));
  }

  private @Nullable Quantity unlessTorn(int from, @Nullable Quantity number) {
    return number == null || isTorn(from) ? null : number;
  }

  /** The number that begins at the token, be it right behind another number word; or null. */
  @Nullable Quantity behind(int from) {
    return read(from, true);
  }

  private @Nullable Quantity read(int from, boolean commas) {
    if (!mayBegin(from)) {
      return null;
    }
    Run run = new Run(from, commas);
    run.read();
    return run.quantity();
  }

  /** Most words have nothing to do with numbers, and are passed over. */
  private boolean mayBegin(int from) {
    return startsWithDigit(from) || !reading.at(from).isEmpty() || neighbours.isNumberWord(from);
  }

  /** The token behind an abbreviation's full stop, if one stands here. */
  int skipStop(int at) {
    return at > 0 && at + 1 < reading.size() && reading.norm(at).equals(".") && endsAbbreviated(at)
        ? at + 1
        : at;
  }

  private boolean endsAbbreviated(int at) {
    return reading.lexicon().abbreviations().contains(reading.norm(at - 1));
  }

  /** Whether the number word at the token is the rest of a number that was not understood. */
  boolean isTorn(int from) {
    return neighbours.isTorn(from) || fractions.isFraction(from) || fractions.isDivided(from);
  }

  private boolean startsWithDigit(int token) {
    return token < reading.size() && isDigit(reading.norm(token));
  }

  static boolean isPlain(String norm) {
    return norm.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static boolean isDigit(String norm) {
    return !norm.isEmpty() && norm.charAt(0) >= '0' && norm.charAt(0) <= '9';
  }

  private boolean powerFollows(int at) {
    Mark odd = reading.longest(at, Lexeme.Odd.class);
    return reading.longest(odd == null ? at : odd.to(), Lexeme.Power.class) != null;
  }

  /** One number being read from left to right. */
  private final class Run {
    private final Composition number = new Composition();
    private final int from;
    private final boolean commas;
    private int to;
    private boolean open;
    private boolean rounded;

    /** Whether a decimal sign stands in it whose fraction was not understood. */
    private boolean unread;

    /** Behind a power whose tenths a last digit may count, and behind that digit; else -1. */
    private int tenthsFrom = -1;

    private int tenthsTo = -1;

    Run(int from, boolean commas) {
      this.from = from;
      this.commas = commas;
      this.to = from;
    }

    void read() {
      for (int end = extend(to); end > to && to < reading.size(); end = extend(to)) {
        to = end;
      }
      if (tenthsTo == to) {
        countTenths();
      }
    }

    @Nullable Quantity quantity() {
      if (to == from || number.isEmpty() || unread || isFollowedByMore()) {
        return null;
      }
      Quantity quantity = Quantity.of(from, to, number.value(), number.value(), number.power());
      if (to == from + 1 && isPlain(reading.norm(from))) {
        return quantity.asPlain(reading.lexicon().isOwnYear(number.value()));
      }
      quantity = rounded ? quantity.asRounded() : quantity;
      return open ? quantity.asOpen() : quantity;
    }

    private boolean isFollowedByMore() {
      boolean counted = tenthsFrom == to && tenthsTo > to;
      return neighbours.isTens(to)
          || (!startsWithDigit(to - 1) && !counted && neighbours.go(to, number.hasDigits()));
    }

    /** 两万五 is 25,000, but in 两万五年 the five are years, and 万一 is a word of its own. */
    private void countTenths() {
      if (tenthsFrom == from + 1) {
        to = from;
        return;
      }
      boolean one = number.value().remainder(BigDecimal.TEN).compareTo(BigDecimal.ONE) == 0;
      if (reading.longest(to, Lexeme.Time.class) != null
          || (one && reading.longest(to, Lexeme.Counter.class) != null)) {
        number.dropCurrent();
        to = tenthsFrom;
      } else {
        number.tenths();
      }
    }

    /** Adds what stands at the token to the number; answers the token behind it, or the same. */
    private int extend(int at) {
      if (at >= reading.size()) {
        return at;
      }
      if (startsWithDigit(at)) {
        return digits(at);
      }
      Mark point = number.isEmpty() ? null : reading.longest(at, Lexeme.Point.class);
      if (point != null) {
        return fraction(point);
      }
      Mark half = reading.longest(at, Lexeme.PlusHalf.class);
      if (half != null && !number.isEmpty()) {
        number.half();
        return half.to();
      }
      int end = word(at, hasJoinedForm(at));
      if (end > at || number.isEmpty()) {
        return end;
      }
      Mark odd = reading.longest(at, Lexeme.Odd.class);
      if (odd != null) {
        open = true;
        return odd.to();
      }
      end = number.endsInHundreds() ? article(at) : at;
      end = end > at ? end : joined(at);
      return end > at ? end : behindComma(at);
    }

    /** Five point six; a point that no number follows ends the number. */
    private int fraction(Mark point) {
      int behind = point.to();
      if (!startsWithDigit(behind) && !neighbours.isNumberWord(behind)) {
        return point.from();
      }
      Fractions.Fraction part = fractions.at(behind);
      if (part == null || !number.fraction(part.value())) {
        unread = true;
        return behind + 1;
      }
      return part.to();
    }

    private int digits(int at) {
      int end = behindEnding(at + 1);
      boolean power = powerFollows(end);
      BigDecimal value = NumberLiteral.read(reading.norm(at), reading.lexicon(), power);
      boolean counted = power || (number.endsInPower() && isCounted(end));
      return value != null && number.literal(value, counted) ? end : at;
    }

    /** 5,6:ta miljoonaa: a case's ending stands behind a colon. */
    private int behindEnding(int at) {
      boolean ending =
          at + 1 < reading.size()
              && reading.norm(at).equals(":")
              && reading.isGlued(at)
              && reading.isGlued(at + 1)
              && reading.norm(at + 1).length() <= LONGEST_ENDING
              && Character.isLowerCase(reading.word(at + 1).charAt(0));
      return ending ? at + 2 : at;
    }

    /** ২ হাজার ৪৮টি: between a power in full and a counting word the digits fill up the power. */
    private boolean isCounted(int at) {
      Mark power = reading.endingAt(at - 1, Lexeme.Power.class, full -> !full.abbreviated());
      return power != null
          && isPlain(reading.norm(at - 1))
          && (reading.longest(at, Lexeme.Counter.class) != null
              || reading.longest(at, Lexeme.ChipNoun.class) != null);
    }

    /** Whether the word at the token is joined to the one before by a clitic "and". */
    private boolean hasJoinedForm(int at) {
      return reading.forms(at).size() > 1;
    }

    private @Nullable Mark joiner(int at) {
      return reading.longest(at, Lexeme.Joiner.class);
    }

    private int joined(int at) {
      int behind = reading.norm(at).equals("-") ? at + 1 : at;
      for (Mark and = joiner(at); and != null; and = joiner(behind)) {
        behind = and.to();
      }
      if (behind == at || behind >= reading.size()) {
        return at;
      }
      if (startsWithDigit(behind)) {
        return isSmallerPower(behind + 1) ? Math.max(at, digitsAt(behind, at)) : at;
      }
      int end = word(behind, true);
      end = end > behind ? end : article(behind);
      return end > behind ? end : at;
    }

    /** Three million and 800 THOUSAND: a smaller power behind "and" shows that the sum goes on. */
    private boolean isSmallerPower(int at) {
      Mark power = reading.longest(at, Lexeme.Power.class);
      return power != null
          && number.endsInPower()
          && ((Lexeme.Power) power.lexeme()).value().compareTo(number.lastPower()) < 0;
    }

    private int digitsAt(int behind, int otherwise) {
      int end = digits(behind);
      return end > behind ? end : otherwise;
    }

    /** "Seven million, four hundred thousand", in words alone. */
    private int behindComma(int at) {
      boolean pauses =
          commas
              && reading.norm(at).equals(",")
              && !number.hasDigits()
              && number.endsInPower()
              && number.lastPower().compareTo(THOUSAND) >= 0
              && !startsWithDigit(at + 1);
      Quantity rest = pauses ? Sums.this.read(at + 1, false) : null;
      return rest != null
              && rest.power().compareTo(HUNDRED) >= 0
              && number.append(rest.low(), rest.power())
          ? rest.to()
          : at;
    }

    /** Two hundred and one, in languages whose "one" is an article everywhere else. */
    private int article(int at) {
      Lexeme part = reading.lexicon().glued().part(reading.norm(at));
      return part instanceof Lexeme.Atom one
              && number.isBelowThousand()
              && number.atom(one.value(), true)
          ? at + 1
          : at;
    }

    private int word(int at, boolean joined) {
      Mark atom = reading.longest(at, Lexeme.Atom.class);
      Mark power = reading.longest(at, Lexeme.Power.class);
      if (power != null
          && (atom == null
              || power.to() > atom.to()
              || !number.isEmpty()
              || isOneOf(atom, power))) {
        boolean rough = reading.longest(at, Lexeme.RoughPower.class) != null;
        // "In 2024 thousands of chips": the year is no part of the number.
        if (rough && number.value().compareTo(THOUSAND) >= 0) {
          return at;
        }
        if (number.power((Lexeme.Power) power.lexeme())) {
          rounded |= rough;
          Mark tenths = reading.longest(at, Lexeme.Tenths.class);
          tenthsFrom = tenths != null && tenths.to() == power.to() ? power.to() : -1;
          return skipInnerStop(power.to());
        }
      }
      if (atom != null && atom(atom, joined)) {
        return atom.to();
      }
      return atom == null && power == null && at < reading.size() ? glued(at) : at;
    }

    /**
     * مليونا دولار are two million, مليونا و200 ألف one and a fifth: a dual has its noun behind.
     */
    private boolean isOneOf(Mark atom, Mark power) {
      BigDecimal one = ((Lexeme.Power) power.lexeme()).value();
      int behind = power.to();
      return atom.to() == behind
          && ((Lexeme.Atom) atom.lexeme()).value().compareTo(one.multiply(TWO)) == 0
          && reading.longest(behind, Lexeme.Currency.class) == null
          && reading.longest(behind, Lexeme.ChipNoun.class) == null
          && reading.longest(behind, Lexeme.Time.class) == null
          && reading.longest(behind, Lexeme.Counter.class) == null;
    }

    /** "Three million and-five million": the second has its own power. */
    private boolean beginsAnother(Mark atom, boolean joined) {
      Mark next = reading.longest(atom.to(), Lexeme.Power.class);
      return joined
          && number.endsInPower()
          && next != null
          && ((Lexeme.Power) next.lexeme()).value().compareTo(number.lastPower()) == 0;
    }

    private boolean atom(Mark mark, boolean joined) {
      if (beginsAnother(mark, joined)) {
        return false;
      }
      BigDecimal value = ((Lexeme.Atom) mark.lexeme()).value();
      boolean unit = value.compareTo(BigDecimal.TEN) < 0;
      // "500万一年": behind digits a single word counts something else, unless it has a power.
      if (unit && number.hasDigits() && !joined && !powerFollows(mark.to())) {
        return false;
      }
      if (!number.atom(value, joined)) {
        return false;
      }
      if (unit && !joined && mark.from() == tenthsFrom) {
        tenthsTo = mark.to();
      }
      return true;
    }

    /** The full stop of "2 mln. 300" is not the number's end. */
    private int skipInnerStop(int at) {
      int behind = skipStop(at);
      return behind > at && startsWithDigit(behind) ? behind : at;
    }

    private int glued(int at) {
      GluedNumbers glued = reading.lexicon().glued();
      String word = reading.norm(at);
      boolean ordinary =
          number.isEmpty() && glued.isOrdinary(word) && !neighbours.isNumberWord(at + 1);
      return !ordinary && glued.parts(word, this::add) != null ? at + 1 : at;
    }

    /**
     * A number in one word may follow a power, powers in one word also digits (4 هزارمیلیارد), and
     * tens with their units the hundreds (šeststo šestindevetdeset).
     */
    private boolean add(List<Lexeme> parts) {
      if (number.isEmpty() || number.endsInPower()) {
        return number.parts(parts);
      }
      boolean powers = parts.stream().allMatch(Lexeme.Power.class::isInstance);
      return number.endsInLiteral() ? powers && number.parts(parts) : number.units(parts);
    }
  }
}
